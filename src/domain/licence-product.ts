/** Names under which one licensed product is sold, was sold, and is reported (licensing guides 12 to 20). */
const NAMES: readonly (readonly string[])[] = [
  [
    'rtx virtual workstation',
    'rtx virtual data center workstation',
    'quadro virtual data center workstation',
    'quadro virtual datacenter workstation',
    'grid virtual workstation',
    'virtual data center workstation',
    'vws',
  ],
  ['virtual compute server', 'ai enterprise', 'vcs'],
  ['virtual pc', 'virtual pcs', 'grid virtual pc', 'vpc'],
  ['virtual applications', 'grid virtual applications', 'vapps'],
  ['cloud gaming', 'grid vgaming', 'vgaming'],
];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^nvidia\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether two product names mean the same licence. C-series vGPUs moved from Virtual Compute Server to AI Enterprise with release 16. */
function isSameProduct(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  return left === right || NAMES.some((names) => names.includes(left) && names.includes(right));
}

/** Whether a GPU licensed for `found` may do what `wanted` names: a virtual workstation licence also covers a virtual PC (B series). */
export const coversProduct = (found: string, wanted: string): boolean =>
  isSameProduct(found, wanted) || (isSameProduct(wanted, 'virtual pc') && isSameProduct(found, 'vws'));
