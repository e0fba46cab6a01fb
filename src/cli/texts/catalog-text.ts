import type { CatalogGpu } from '../../contract/documents/catalog-gpu.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { heading, label, sheet, type Row } from './sheet.ts';

export function catalogText(document: CatalogGpu, call: Call): string {
  const { translate, terminal } = call;
  if (!document.known) return `${translate(say('cli.catalog.unknown', { id: document.id }))}\n`;
  const rows: readonly (readonly [Parameters<typeof label>[1], string | null])[] = [
    ['cli.catalog.architecture', [document.architecture, document.chip].filter((part) => part !== null).join(' · ')],
    ['cli.catalog.class', document.class],
    ['cli.catalog.vgpu', document.vgpu === null ? null : `${document.vgpu.type} (${document.vgpu.series})`],
    ['cli.catalog.modules', document.kernelModules],
    ['cli.catalog.newest', document.newestBranch === null ? null : `R${String(document.newestBranch)}`],
  ];
  const shown = rows.flatMap(([key, text]): Row[] => (text === null || text === '' ? [] : [[label(call, key), text]]));
  const branches = document.branches.map(({ branch, supports, why }): Row => {
    const mark =
      supports === true ? terminal.paint('green', '✓') : supports === false ? terminal.paint('red', '✗') : '?';
    return [`${mark} R${String(branch)}`, why];
  });
  return `${heading(document.name ?? document.id, call)}${sheet(shown, call, 2)}\n${sheet(branches, call, 2)}`;
}
