import type { CatalogAnswer } from '../catalog/catalog-gpu.ts';
import type { CatalogGpu } from '../contract/documents/catalog-gpu.ts';
import { supportWords } from '../words/branch-support.ts';
import type { Translate } from '../words/translate.ts';

/** `gpu-guest/catalog-gpu@1`. */
export const catalogDocument = (
  { vgpu, name, id, branches, ...answer }: CatalogAnswer,
  translate: Translate,
): CatalogGpu => ({
  schema: 'gpu-guest/catalog-gpu@1',
  id,
  name,
  ...answer,
  vgpu,
  branches: branches.map(({ branch, supports, because }) => ({
    branch,
    supports,
    // A type may go before its card does; all else is said of the card.
    why: translate(supportWords((because.kind === 'type-gone' ? vgpu?.type : name) ?? id, branch, because)),
  })),
});
