export type Kernel = {
  readonly running: string;
  /** x86_64, aarch64 */
  readonly arch: string;
  /** The kernel that the boot loader will take; equals running where nothing newer is installed. */
  readonly nextBoot: string;
  /** How nextBoot was found: grub default, BLS entry, newest in /boot, or assumed. */
  readonly nextBootFrom: 'grub' | 'bls' | 'newest' | 'running';
  /** The compiler that built the running kernel, as a program name (`gcc-12`), from /proc/version; null or absent: not said. */
  readonly builtBy?: string | null;
  readonly installed: readonly string[];
  /** Of installed: those whose /lib/modules/K/build leads to headers. */
  readonly withHeaders: readonly string[];
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const kernel = defineProbe({
  key: 'kernel',
  question: 'Which kernel runs, which one boots next, and which can modules be built for?',
  observe: { linux: (): Promise<Kernel> => Promise.reject(notInSource('kernel')) },
});
