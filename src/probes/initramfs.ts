import type { Command, Observer } from '../domain/machine.ts';
import { readDracut, type Dracut } from './dracut.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { isMounted } from './setting.ts';

export type Initramfs = {
  readonly tool: 'initramfs-tools' | 'dracut' | 'mkinitcpio' | 'none';
  /** for all kernels */ readonly rebuild: Command | null;
  /** Those in /boot that are named after their kernel, with the time of their last change; null: it may not be looked at; absent: not said. */
  readonly images?: readonly { readonly kernel: string; readonly modifiedMs: number }[] | null;
  /** Where dracut makes them, whatever the command is called; null: its configuration may not be read. */
  readonly dracut?: Dracut | null;
};

type Candidate = { readonly name: string; readonly value: Initramfs };

/** In this order: Debian's dracut offers a command update-initramfs too, and does the right thing with it. */
const CANDIDATES: readonly Candidate[] = [
  {
    name: 'update-initramfs',
    value: { tool: 'initramfs-tools', rebuild: ['update-initramfs', '-u', '-k', 'all'] },
  },
  { name: 'dracut', value: { tool: 'dracut', rebuild: ['dracut', '--force', '--regenerate-all'] } },
  { name: 'mkinitcpio', value: { tool: 'mkinitcpio', rebuild: ['mkinitcpio', '-P'] } },
];

/**
 * Where the system is only mounted, dracut's host-only mode (the default of Red Hat's and SUSE's) would look into an empty /sys and leave out the driver of the
 * disk that the image boots from (dracut(8), --no-hostonly). What `--regenerate-all` is given beside it, it passes on for each kernel.
 */
const IN_MOUNTED: Initramfs = { tool: 'dracut', rebuild: ['dracut', '--force', '--regenerate-all', '--no-hostonly'] };

async function toolsOf(machine: Observer): Promise<Initramfs> {
  const [own, dracut] = await Promise.all(['mkinitramfs', 'dracut'].map((name) => isThere(machine, name)));
  const found = await Promise.all(CANDIDATES.map(({ name }) => isThere(machine, name)));
  const { value } = CANDIDATES.find((_, index) => found[index]) ?? { value: { tool: 'none', rebuild: null } as const };
  if (!dracut || own || value.tool === 'mkinitcpio') return value;
  return { ...(isMounted(machine) ? IN_MOUNTED : value), dracut: await readDracut(machine) };
}

export const initramfs = defineProbe({
  key: 'initramfs',
  question: 'Which commands rebuild what the kernel reads at boot?',
  observe: {
    linux: async (machine): Promise<Initramfs> => {
      const [tools, images] = await Promise.all([toolsOf(machine), ifObservable(imagesIn(machine))]);
      return { ...tools, images: images ?? null };
    },
  },
});

/** `initrd.img-K` (Debian, Ubuntu), `initramfs-K.img` (Fedora, Red Hat), `initrd-K` (SUSE). */
const IMAGE = /^(?:initrd\.img-(\d.*)|initrd-(\d.*)|initramfs-(\d.*)\.img)$/;

async function imagesIn(machine: Observer): Promise<NonNullable<Initramfs['images']>> {
  const names = (await machine.list('/boot')) ?? [];
  const found = await Promise.all(
    names.map(async (name) => {
      const kernel = IMAGE.exec(name)?.slice(1).find(Boolean);
      const status = kernel === undefined ? undefined : await machine.status(`/boot/${name}`);
      return kernel === undefined || status === undefined ? [] : [{ kernel, modifiedMs: status.modifiedMs }];
    }),
  );
  return found.flat();
}

async function isThere(machine: Observer, name: string): Promise<boolean> {
  const found = await Promise.all(
    ['/usr/sbin', '/usr/bin', '/sbin'].map((folder) => machine.status(`${folder}/${name}`)),
  );
  return found.some((status) => status !== undefined);
}
