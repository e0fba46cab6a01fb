/**
 * NVIDIA's repository of the Container Toolkit, as its install guide has it
 * (docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html).
 */
import { run, undoPaths, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { because, installPackages, type Manager } from '../package-commands.ts';

const PLACE = 'https://nvidia.github.io/libnvidia-container';
/** apt takes a key in ASCII armour by this ending: nothing has to be converted. */
const KEY = '/usr/share/keyrings/nvidia-container-toolkit-keyring.asc';
const APT_LIST = '/etc/apt/sources.list.d/nvidia-container-toolkit.list';
const REPO = 'nvidia-container-toolkit';

const RPM_REPO = `[${REPO}]
name=${REPO}
baseurl=${PLACE}/stable/rpm/$basearch
repo_gpgcheck=1
gpgcheck=0
enabled=1
gpgkey=${PLACE}/gpgkey
sslverify=1
`;

/** apt's own downloader, as a small guest has neither curl nor wget; both need the certificates. */
function apt(lacksCertificates: boolean): readonly Action[] {
  const certificates = lacksCertificates ? installPackages('apt', { names: ['ca-certificates'] }) : null;
  return [
    ...(certificates ? [certificates] : []),
    run(['/usr/lib/apt/apt-helper', 'download-file', `${PLACE}/gpgkey`, KEY], {
      undo: undoPaths(KEY),
      timeoutMs: 5 * 60_000,
    }),
    // Another user's umask, or apt's own, must not keep the key from apt's user.
    run(['chmod', '0644', KEY], { undo: because('step.containers.install.key-mode'), timeoutMs: 60_000 }),
    writeFile(APT_LIST, `deb [signed-by=${KEY}] ${PLACE}/stable/deb/$(ARCH) /\n`),
  ];
}

/** What makes NVIDIA's repository known to the package manager; [] where it has no such. */
export function setUpRepository(manager: Manager, lacksCertificates: boolean): readonly Action[] {
  switch (manager) {
    case 'apt':
      return apt(lacksCertificates);
    case 'dnf':
      return [writeFile(`/etc/yum.repos.d/${REPO}.repo`, RPM_REPO)];
    case 'zypper':
      return [
        writeFile(`/etc/zypp/repos.d/${REPO}.repo`, RPM_REPO),
        run(['zypper', '--non-interactive', '--gpg-auto-import-keys', 'refresh', REPO], {
          undo: because('step.undo.index'),
        }),
      ];
    case 'none':
      return [];
  }
}
