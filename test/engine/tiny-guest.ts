/** A guest of a few files and packages, on which a run can be cut off anywhere. */
import { registryValue } from '../../src/domain/registry-value.ts';
import { CUDA_LIBRARIES, ENVIRONMENT_FILE, TOKEN_FOLDER } from '../../src/domain/places.ts';
import { createGuest, succeeded, type Guest } from '../../src/simulated/guest.ts';
import { aptGet, aptMark, packagesOf, setPackages } from './tiny-packages.ts';

export const TOKEN = '/mnt/token.tok';
export const TOKEN_TEXT = 'a token, byte for byte';
export const ENVIRONMENT_KEY = 'HKLM\\SYSTEM\\Environment';
export const LICENSING_KEY = 'HKLM\\SOFTWARE\\GridLicensing';
const BOOT_ID = '/proc/sys/kernel/random/boot_id';
const INITRD = '/boot/initrd.img';

const WANTS = '/etc/systemd/system/multi-user.target.wants/gpu-guest-resume.service';

function systemctl([, what]: readonly string[], guest: Guest) {
  if (what === 'enable') guest.files.link(WANTS, '/etc/systemd/system/gpu-guest-resume.service');
  if (what === 'disable') guest.files.removeTree(WANTS);
  return succeeded();
}

/** The initial ramdisk is derived from the file of a step: a refresh that is forgotten shows here. */
const updateInitramfs = (_: readonly string[], { files }: Guest) => {
  files.write(INITRD, `made from: ${files.text(CUDA_LIBRARIES) ?? 'nothing'}`);
  return succeeded();
};

export function tinyGuest(): Guest {
  const guest = createGuest();
  const { files, programs } = guest;
  let boots = 0;
  files.write(BOOT_ID, 'boot-0');
  files.write('/proc/self/status', 'Uid:\t0\t0\t0\t0\n');
  files.write('/usr/bin/apt-get', '');
  files.write('/opt/gpu-guest.js', 'the program');
  files.put('/etc/systemd/system/multi-user.target.wants', { kind: 'folder', mode: 0o755 });
  files.write(TOKEN, TOKEN_TEXT);
  files.write(`${TOKEN_FOLDER}/old.tok`, 'the old token', 0o600);
  files.write(ENVIRONMENT_FILE, 'PATH="/usr/bin"\n');
  files.write(INITRD, 'made from: nothing');
  void guest.registry.write(ENVIRONMENT_KEY, 'Path', registryValue('REG_EXPAND_SZ', '%SystemRoot%'));
  void guest.registry.write(LICENSING_KEY, 'ServerAddress', registryValue('REG_SZ', 'old'));
  setPackages(guest, [
    { name: 'dpkg', version: '1.22', auto: false },
    { name: 'old-driver', version: '1', auto: true },
  ]);
  programs.set('apt-get', aptGet);
  programs.set('apt-mark', aptMark);
  programs.set('systemctl', systemctl);
  programs.set('update-initramfs', updateInitramfs);
  programs.set('installer', () => {
    files.write('/opt/toolkit/bin/nvcc', 'nvcc');
    files.write('/opt/toolkit/version', '12.1');
    return succeeded('Toolkit: Installed in /opt/toolkit\n');
  });
  guest.onBoot.push(() => {
    files.write(BOOT_ID, `boot-${++boots}`);
    if (packagesOf(guest).some(({ name }) => name === 'driver')) files.write('/proc/loaded', 'driver');
  });
  return guest;
}

/** Every file, link and folder with its mode, but for what is not on a disk. */
export const snapshot = ({ files, registry }: Guest): Record<string, string> => ({
  ...registry.dump(),
  ...Object.fromEntries(
    files
      .paths()
      .filter((path) => !path.startsWith('/proc'))
      .toSorted()
      .map((path) => {
        const entry = files.at(path);
        if (entry?.kind === 'file') return [path, `${entry.mode.toString(8)} ${new TextDecoder().decode(entry.bytes)}`];
        return [path, entry?.kind === 'link' ? `-> ${entry.target}` : 'folder'];
      }),
  ),
});
