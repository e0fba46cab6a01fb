/**
 * A folder as Electron's release unpacks to, of small files; its program holds fuses that can be set, and nothing that runs.
 * Electron's own default_app.asar is not in it: electron-builder removes that from what it has fetched itself, and from nothing else.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As in a real program: where fuses stand, their version, how many there are, and each as it is delivered. */
const FUSES = ['dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', '\x01', '\x08', '10110010'].join('');

export function electronDist(folder: string, version: string): void {
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, 'latin1');
  };
  for (const program of ['electron', 'electron.exe']) {
    put(program, `stand-in for Electron\n${FUSES}\n`);
    chmodSync(join(folder, program), 0o755);
  }
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler', 'icudtl.dat', 'resources.pak']) put(file, file);
  put('version', version);
  put('locales/en-US.pak', 'locale');
}
