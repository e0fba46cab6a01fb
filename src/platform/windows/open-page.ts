/** Opens an address in the browser of whoever sits there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import type { Command } from '../../domain/machine.ts';

/**
 * By a file, so that the address stands on no command line and none of its letters means anything to a shell. Explorer hands it to the
 * desktop, whose browser runs without the raised rights that we may have.
 */
export async function openPage(address: string, run: (command: Command) => Promise<unknown>): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'gpu-guest-'));
  const file = join(folder, 'wizard.url');
  writeFileSync(file, `[InternetShortcut]\r\nURL=${address}\r\n`, { mode: 0o600 });
  const explorer = win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'explorer.exe');
  // Expected: no desktop, or a policy. The address is on the terminal.
  await run([explorer, file]).catch(() => undefined);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
