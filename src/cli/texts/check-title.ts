import type { Translate } from '../../words/translate.ts';
import { say } from '../../words/say.ts';

const FAMILIES = ['module', 'gpu', 'reboot', 'license', 'nvcc', 'path', 'hypervisor', 'work', 'containers', 'cudnn', 'nccl', 'fabric', 'persistence', 'topology'] as const;

/** Of an image that is built where its card is not. */
const IN_IMAGE = ['driver', 'packages', 'nouveau', 'initramfs', 'first-boot'] as const;

/** A check's name for a person: its family, and of what it is (a GPU's address, a kind of shell). */
export function checkTitle(id: string, translate: Translate): string {
  const dot = id.indexOf('.');
  const family = [...FAMILIES, ...IN_IMAGE].find((one) => one === (dot < 0 ? id : id.slice(0, dot)));
  if (family === undefined) return id;
  const title = translate(say(`cli.check.${family}`));
  return dot < 0 ? title : `${title} (${id.slice(dot + 1)})`;
}
