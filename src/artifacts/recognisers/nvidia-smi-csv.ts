import { commandAnswer, defineRecogniser, placeOf, type Line, type Page } from '../source.ts';

/** Fields of `nvidia-smi --query-gpu=…` (`--help-query-gpu`), by the names that -q gives them. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'Product Name',
  gpu_name: 'Product Name',
  driver_version: 'Driver Version',
  'pci.bus_id': 'GPU',
  gpu_bus_id: 'GPU',
  'pci.device_id': 'Device Id',
  'pci.sub_device_id': 'Sub System Id',
  persistence_mode: 'Persistence Mode',
  'mig.mode.current': 'MIG Mode\n        Current',
  'driver_model.current': 'Driver Model\n        Current',
};
/** A head, or without one a row below a prompt at which the fields were named. */
const ASKED = /nvidia-smi\b.*--query-gpu[= ]["']?([\w.,]+)/;

type Table = { readonly fields: readonly string[]; readonly rows: readonly Line[] };

const cellsOf = (text: string): readonly string[] => text.split(',').map((cell) => cell.trim().replace(/ \[.*\]$/, ''));

const isHead = (text: string): boolean => {
  const cells = text.length < 2000 ? cellsOf(text) : [];
  return cells.length > 1 && cells.every((cell) => /^[a-z][\w.]*$/.test(cell)) && cells.some((cell) => cell in NAMES);
};

function rowsBelow(lines: readonly Line[], from: number, cells: number): readonly Line[] {
  const rest = lines.slice(from);
  const end = rest.findIndex(({ text }) => cellsOf(text).length !== cells || text.trim() === '');
  return end === -1 ? rest : rest.slice(0, end);
}

function tablesIn({ lines, blocks }: Page): readonly Table[] {
  const headed = lines.flatMap(({ text }, at): readonly Table[] =>
    isHead(text) ? [{ fields: cellsOf(text), rows: rowsBelow(lines, at + 1, cellsOf(text).length) }] : [],
  );
  if (headed.length > 0) return headed;
  return blocks.flatMap(({ command, lines: below }): readonly Table[] => {
    const fields = ASKED.exec((command ?? '').slice(0, 500))?.[1]?.split(',') ?? [];
    return fields.length === 0 ? [] : [{ fields, rows: rowsBelow(below, 0, fields.length) }];
  });
}

/** The driver's version stands above the GPUs in -q. */
function asQuery({ fields, rows }: Table): string {
  const driver = cellsOf(rows[0]?.text ?? '')[fields.indexOf('driver_version')];
  const gpus = rows.map(({ text }) => {
    const pairs = cellsOf(text).map((value, at): readonly [string, string] => [NAMES[fields[at] ?? ''] ?? '', value]);
    const place = pairs.find(([name]) => name === 'GPU')?.[1];
    const said = pairs.filter(([name]) => name !== '' && name !== 'GPU' && name !== 'Driver Version');
    return [...(place === undefined ? [] : [`GPU ${place}`]), ...said.map(([name, value]) => `    ${name} : ${value}`)];
  });
  return [...(driver === undefined ? [] : [`Driver Version : ${driver}`]), ...gpus.flat(), ''].join('\n');
}

const OTHER_FORMS = /^\s*=+NVSMI LOG=+|NVIDIA-SMI\s+\d+\.\d+.*Driver Version:|<nvidia_smi_log>/m;

/** Not beside -q or the table, which say the same of the same GPUs and more. */
export const nvidiaSmiCsv = defineRecogniser({
  what: 'nvidia-smi --query-gpu',
  on: 'either',
  recognise: (page) => {
    if (OTHER_FORMS.test(page.text)) return [];
    const [table] = tablesIn(page).filter(({ rows }) => rows.length > 0);
    if (table === undefined) return [];
    const instances = page.lines.find(({ text }) => /No GPU instances found/i.test(text))?.text ?? '';
    const answer = commandAnswer('nvidia-smi', `${asQuery(table)}${instances}\n`, (args) => args.includes('-q'));
    return [{ what: 'nvidia-smi --query-gpu', place: placeOf(page, table.rows[0]), answers: [answer] }];
  },
});
