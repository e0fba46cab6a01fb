/** MIG in nvidia-smi of a simulated guest. Texts: NVIDIA MIG User Guide, "Getting Started with MIG"; exit codes beyond 0 are not confirmed. */
import type { Command } from '../../domain/machine.ts';
import type { Files } from '../files.ts';
import { failed, succeeded, type Guest, type Said } from '../guest.ts';
import { keep, madeOf, migCards, setMode, stateOf, withInstance, withParts, type Instance, type MigCard, type MigState, type Part } from '../mig-card.ts';

const busId = ({ address }: MigCard): string => `0000${address}`;
const after = (command: Command, option: string): string | undefined => {
  const at = command.indexOf(option);
  return at < 0 ? undefined : command[at + 1];
};

/** By number or PCI address; without `-i`, all. */
function cardsMeant(files: Files, command: Command): readonly MigCard[] {
  const meant = after(command, '-i');
  return migCards(files).filter((card) => meant === undefined || meant === String(card.number) || meant.toLowerCase() === busId(card));
}

/** Profile ids, in the order of the catalogue's sizes. */
const IDS: Readonly<Record<number, readonly number[]>> = { 7: [19, 20, 15, 14, 9, 5, 0], 5: [14, 21, 5, 6, 0] };
const idOf = ({ sizes }: MigCard, name: string): number => IDS[sizes.length]?.[sizes.findIndex((one) => one.name === name)] ?? 0;

const table = (title: string, rows: readonly string[]): Said => {
  const line = `+${'-'.repeat(70)}+`;
  const row = (text: string) => `|${text.padEnd(70)}|`;
  return succeeded([line, row(` ${title}:`), row('='.repeat(70)), ...rows.map(row), line, ''].join('\n'));
};

const pad = (text: string | number, width: number): string => String(text).padStart(width);

const offers = (files: Files, card: MigCard): readonly string[] =>
  card.sizes.map((size) => {
    const memory = Number(/\.(\d+)gb/.exec(size.name)?.[1] ?? 0).toFixed(2);
    const free = `${freeCount(card, stateOf(files, card), size.name)}/${size.total}`;
    return `${pad(card.number, 4)}  MIG ${size.name.padEnd(14)} ${pad(idOf(card, size.name), 3)}     ${free}        ${memory}       No     14     0     0`;
  });

function freeCount(card: MigCard, state: MigState, name: string): number {
  const size = card.sizes.find((one) => one.name === name);
  const next = size && withInstance(card, state, size);
  return next ? 1 + freeCount(card, next, name) : 0;
}

const placements = (card: MigCard): readonly string[] =>
  card.sizes.map(({ name, starts, size }) => `GPU ${pad(card.number, 2)} Profile ID ${pad(idOf(card, name), 2)} Placements: {${starts.join(',')}}:${size}`);

type Row = { readonly card: MigCard; readonly one: Instance };
const rowsOf = (files: Files, cards: readonly MigCard[]): readonly Row[] =>
  cards.flatMap((card) => stateOf(files, card).instances.map((one) => ({ card, one })));
const sizeAt = ({ card, one }: Row): number => card.sizes.find(({ name }) => name === one.name)?.size ?? 0;

function list(files: Files, cards: readonly MigCard[], command: Command): Said | null {
  const rows = rowsOf(files, cards);
  if (command.includes('-lgip')) return table('GPU instance profiles', cards.flatMap((card) => offers(files, card)));
  if (command.includes('-lgipp')) return succeeded(`${cards.flatMap(placements).join('\n')}\n`);
  if (command.includes('-lgi'))
    return rows.length === 0
      ? { stdout: 'No GPU instances found: Not Found\n', exitCode: 6 }
      : table('GPU instances', rows.map((row) => `${pad(row.card.number, 4)}  MIG ${row.one.name.padEnd(14)} ${pad(idOf(row.card, row.one.name), 4)}     ${pad(row.one.id, 4)}      ${pad(row.one.start, 4)}:${sizeAt(row)}`));
  if (!command.includes('-lci')) return null;
  const compute = rows.flatMap((row) => row.one.parts.map((part) => computeRow(row, part)));
  return compute.length === 0 ? { stdout: 'No compute instances found: Not Found\n', exitCode: 6 } : table('Compute instances', compute);
}

/** Compute profiles: 0 of one slice, 1 of two, 2 of three, 3 of four, 4 of seven. */
const computeRow = ({ card, one }: Row, { id, name }: Part): string => {
  const slices = Number(/^\d+/.exec(name)?.[0] ?? 1);
  return `${pad(card.number, 4)}   ${pad(one.id, 4)}       MIG ${name.padEnd(14)} ${pad([1, 2, 3, 4, 7].indexOf(slices), 4)}     ${pad(id, 4)}      ${pad(id, 4)}:${slices}`;
};

function create(files: Files, card: MigCard, names: string, fills: boolean): Said {
  const lines: string[] = [];
  for (const tuple of names.split(',')) {
    const [name = '', start] = tuple.split(':');
    const size = card.sizes.find((one) => one.name === name);
    const next = size && withInstance(card, stateOf(files, card), size, start === undefined ? undefined : Number(start));
    if (!next) {
      const why = `Unable to create a GPU instance on GPU ${pad(card.number, 2)} using profile ${name}: Insufficient Resources`;
      return { stdout: [...lines, why, 'Failed to create GPU instances: Insufficient Resources', ''].join('\n'), exitCode: 19 };
    }
    const instances = next.instances.map((one, index) => (index === next.instances.length - 1 && fills ? (withParts(one, ['']) ?? one) : one));
    keep(files, card, { ...next, instances });
    lines.push(`Successfully created GPU instance ID ${pad(instances.at(-1)?.id ?? 0, 2)} on GPU ${pad(card.number, 2)} using profile MIG ${name} (ID ${pad(idOf(card, name), 2)})`);
  }
  return succeeded([...lines, ''].join('\n'));
}

const told = (what: string, card: MigCard, instances: readonly Instance[]): Said =>
  succeeded(instances.map(({ id }) => `Successfully ${what} on GPU ${pad(card.number, 2)} GPU instance ID ${pad(id, 2)}\n`).join(''));

function destroy(files: Files, card: MigCard, state: MigState, meant: readonly Instance[]): Said {
  if (meant.some(({ parts }) => parts.length > 0)) return failed('Failed to destroy GPU instances: In use by another client', 19);
  keep(files, card, { ...state, instances: state.instances.filter((one) => !meant.includes(one)) });
  return told('destroyed GPU instance', card, meant);
}

const numbers = (text: string | undefined): readonly number[] | undefined => text?.split(',').map(Number);

function change(files: Files, card: MigCard, command: Command): Said {
  const ids = numbers(after(command, '-gi'));
  const state = stateOf(files, card);
  const meant = state.instances.filter(({ id }) => ids === undefined || ids.includes(id));
  if (command.includes('-dgi')) return destroy(files, card, state, meant);
  const parts = numbers(after(command, '-ci'));
  const names = (after(command, '-cci') ?? '').split(',');
  const next = meant.map((one) => (command.includes('-cci') ? withParts(one, names) : { ...one, parts: one.parts.filter(({ id }) => parts !== undefined && !parts.includes(id)) }));
  if (next.includes(null)) return { stdout: `Unable to create a compute instance on GPU ${pad(card.number, 2)}: Insufficient Resources\n`, exitCode: 19 };
  keep(files, card, { ...state, instances: state.instances.map((one) => next.find((other) => other?.id === one.id) ?? one) });
  return told(command.includes('-cci') ? 'created compute instance' : 'destroyed compute instance', card, meant);
}

/** `nvidia-smi mig …` */
export function migCommand(files: Files, command: Command): Said {
  const cards = cardsMeant(files, command).filter((card) => stateOf(files, card).on);
  const [card] = cards;
  if (card === undefined) return { stdout: 'No MIG-enabled devices found.\n', exitCode: 6 };
  const names = after(command, '-cgi');
  if (names !== undefined) return create(files, card, names, command.includes('-C'));
  return list(files, cards, command) ?? change(files, card, command);
}

/** `nvidia-smi -i … -mig 0|1` */
export function modeCommand(files: Files, command: Command): Said {
  const wanted = after(command, '-mig') === '1';
  const lines = cardsMeant(files, command).flatMap((card) => {
    const { on } = setMode(files, card, wanted);
    if (on === wanted) return [`${wanted ? 'Enabled' : 'Disabled'} MIG Mode for GPU ${busId(card)}`];
    return [
      `Warning: MIG mode is in pending ${wanted ? 'enable' : 'disable'} state for GPU ${busId(card)}:Not Supported`,
      `Reboot the system or try nvidia-smi --gpu-reset to make MIG mode effective on GPU ${busId(card)}`,
    ];
  });
  return lines.length === 0 ? { stdout: 'No devices were found\n', exitCode: 6 } : succeeded([...lines, 'All done.', ''].join('\n'));
}

const word = (on: boolean): string => (on ? 'Enabled' : 'Disabled');

const devicesIn = (instances: readonly Instance[]) => instances.flatMap((one) => one.parts.map((part) => ({ one, part })));

/** What `-q` says of the card at that address: the mode, and the devices in it. */
export function migRows(files: Files, address: string, row: (label: string, value: string, depth?: number) => string): readonly string[] {
  const card = migCards(files).find((one) => one.address === address);
  if (card === undefined) return ['    MIG Mode', row('Current', 'N/A', 2), row('Pending', 'N/A', 2)];
  const { on, pending, instances } = stateOf(files, card);
  const devices = devicesIn(instances);
  return [
    '    MIG Mode',
    row('Current', word(on), 2),
    row('Pending', word(pending), 2),
    ...(on && devices.length === 0 ? ['    MIG Devices', '        None'] : []),
    ...devices.flatMap(({ one, part }, index) => [
      '    MIG Device',
      row('Index', String(index), 2),
      row('GPU Instance ID', String(one.id), 2),
      row('Compute Instance ID', String(part.id), 2),
    ]),
  ];
}

/** What `-L` says below a GPU. */
export const listedDevices = (files: Files, address: string): readonly string[] => {
  const card = migCards(files).find((one) => one.address === address);
  const devices = card === undefined ? [] : devicesIn(stateOf(files, card).instances);
  return devices.map(({ one, part }, index) => `  MIG ${part.name.padEnd(10)} Device ${pad(index, 2)}: (UUID: MIG-00000000-0000-5000-8000-0000000000${part.id}${one.id})`);
};

/** `mig-devices.sh make GPU SIZES`, the script of ours, on a guest that has it. */
export function migScript(command: Command, { files }: Guest): Said {
  const [, path = '', , address = '', spelled = ''] = command;
  const card = cardsMeant(files, ['', '-i', address])[0];
  const made = card && madeOf(card, stateOf(files, card), spelled);
  if (files.text(path) === undefined || !card || !made) return { stdout: 'Failed to create GPU instances: Insufficient Resources\n', exitCode: 1 };
  keep(files, card, made);
  return told('created GPU instance', card, made.instances);
}
