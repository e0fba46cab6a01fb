/** A private folder under the one for temporary files, and programs run in it as whoever runs this one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workshop } from '../domain/workshop.ts';
import { runProcess } from './process.ts';

const MOST_BYTES = 256 * 1024;

/** Throws what `mkdtemp` does where no folder can be made. `close` removes the folder with all that is in it. */
export function openWorkshop(signal: AbortSignal): Workshop & { readonly close: () => void } {
  const begun = performance.now();
  // mkdtemp gives it to its owner alone (0700).
  const folder = mkdtempSync(join(tmpdir(), 'gpu-guest-work-'));
  const own = { HOME: folder, TMPDIR: folder, CUDA_CACHE_PATH: join(folder, 'cache'), CUDA_DEVICE_ORDER: 'PCI_BUS_ID' };
  return {
    folder,
    put: (name, text) => {
      writeFileSync(join(folder, name), text, { mode: 0o600 });
      return Promise.resolve();
    },
    run: (command, { timeoutMs, env = {} }) =>
      runProcess(command, { timeoutMs, env: { ...own, ...env }, maxBytes: MOST_BYTES, signal }),
    elapsedMs: () => performance.now() - begun,
    cancelled: () => signal.aborted,
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
