/**
 * Docker, Podman and nvidia-ctk of a guest in memory. They hold their state in files and fail in the originals' words:
 * NVIDIA/nvidia-docker#1034 (no device driver), NVIDIA/nvidia-container-toolkit#146 (CDI), cmd/nvidia-ctk (what it writes and says).
 */
import { failed, succeeded, type Guest, type Program, type Said } from '../../src/simulated/guest.ts';
import { loadedModule } from '../../src/simulated/programs/kernel.ts';

/** What Docker knew when it started: the runtimes of its configuration, and whether NVIDIA's hook was there. */
const STARTED = '/run/docker-started.json';
const STARTS = '/run/docker-starts';
const HOOK = '/usr/bin/nvidia-container-runtime-hook';
const CONFIG = '/etc/docker/daemon.json';
const GPU = 'GPU 0: GRID T4-8Q (UUID: GPU-00000000-0000-0000-0000-000000000000)\n';

export const starts = ({ files }: Guest): number => Number(files.text(STARTS) ?? '0');

export function startDocker(guest: Guest): void {
  const { files } = guest;
  const config = JSON.parse(files.text(CONFIG) ?? '{}') as { runtimes?: object };
  files.write('/run/docker.pid', '714\n');
  files.write(STARTED, JSON.stringify({ runtimes: config.runtimes ?? {}, hook: files.at(HOOK) !== undefined }));
  files.write(STARTS, String(starts(guest) + 1));
}

/** The image is the last word but one; nvidia-smi answers in it where the driver's module is loaded. */
function listed({ files }: Guest, images: readonly string[], command: readonly string[]): Said {
  const image = command.at(-2) ?? '';
  if (!images.includes(image)) return failed(`Error: ${image}: image not known\n`, 125);
  return loadedModule(files) === undefined ? failed('No devices were found\n', 6) : succeeded(GPU);
}

export const docker =
  (images: readonly string[]): Program =>
  (command, guest) => {
    if (command[1] === 'images') return succeeded(`${images.join('\n')}\n`);
    const known = JSON.parse(guest.files.text(STARTED) ?? '{}') as { hook?: boolean };
    return known.hook === true
      ? listed(guest, images, command)
      : failed(
          'docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]].\n',
          125,
        );
  };

export const podman =
  (images: readonly string[]): Program =>
  (command, guest) => {
    const spec = guest.files.text('/run/cdi/nvidia.yaml') ?? guest.files.text('/etc/cdi/nvidia.yaml') ?? '';
    const driver = /libcuda\.so\.([\d.]+)/.exec(spec)?.[1];
    if (driver === undefined)
      return failed('Error: setting up CDI devices: unresolvable CDI devices nvidia.com/gpu=all\n', 125);
    return driver === loadedModule(guest.files)?.version
      ? listed(guest, images, command)
      : failed(
          `Error: crun: cannot stat \`/usr/lib/x86_64-linux-gnu/libcuda.so.${driver}\`: No such file or directory\n`,
          126,
        );
  };

function configure({ files }: Guest): Said {
  const config = JSON.parse(files.text(CONFIG) ?? '{}') as { runtimes?: object };
  const runtimes = { ...config.runtimes, nvidia: { args: [], path: 'nvidia-container-runtime' } };
  files.write(CONFIG, JSON.stringify({ ...config, runtimes }, null, 4));
  return {
    stderr: `INFO[0000] Wrote updated config to ${CONFIG}\nINFO[0000] It is recommended that docker daemon be restarted.\n`,
  };
}

function generate({ files }: Guest, path: string): Said {
  const driver = loadedModule(files)?.version;
  if (driver === undefined)
    return failed('ERRO[0000] failed to generate CDI spec: failed to initialize NVML: Driver Not Loaded\n');
  const library = `/usr/lib/x86_64-linux-gnu/libcuda.so.${driver}`;
  files.write(
    path,
    `---\ncdiVersion: 0.5.0\ncontainerEdits:\n  mounts:\n  - containerPath: ${library}\n    hostPath: ${library}\ndevices:\n- name: "0"\n- name: all\nkind: nvidia.com/gpu\n`,
  );
  return { stderr: `INFO[0000] Using driver version ${driver}\nINFO[0000] Generated CDI spec with version 0.5.0\n` };
}

export const nvidiaCtk: Program = ([, ...words], guest) => {
  if (words[0] === '--version') return succeeded('NVIDIA Container Toolkit CLI version 1.17.8\ncommit: 0000000\n');
  if (words.join(' ') === 'runtime configure --runtime=docker') return configure(guest);
  const path = /^cdi generate --output=(\S+)$/.exec(words.join(' '))?.[1];
  return path === undefined ? failed(`No help topic for '${words[0] ?? ''}'\n`, 3) : generate(guest, path);
};

/** systemctl of before, and `try-restart docker.service`. */
export const withDocker =
  (systemctl: Program): Program =>
  (command, guest) => {
    if (command[1] !== 'try-restart' || command[2] !== 'docker.service') return systemctl(command, guest);
    if (guest.files.at('/run/docker.pid') !== undefined) startDocker(guest);
    return succeeded();
  };

/** The toolkit's four packages on the media; the base brings nvidia-ctk, the last the hook. */
export const toolkitPackages = (version: string) =>
  [
    'libnvidia-container1',
    'libnvidia-container-tools',
    'nvidia-container-toolkit-base',
    'nvidia-container-toolkit',
  ].map((name) => {
    const file = name.endsWith('-base') ? '/usr/bin/nvidia-ctk' : name.endsWith('toolkit') ? HOOK : null;
    return {
      file: `${name}_${version}-1_amd64.deb`,
      one: {
        name,
        version: `${version}-1`,
        install: (guest: Guest) => {
          if (file === null) return;
          guest.files.write(file, '', 0o755);
          if (file !== HOOK) guest.programs.set('nvidia-ctk', nvidiaCtk);
        },
        remove: (guest: Guest) => {
          if (file === null) return;
          guest.files.removeTree(file);
          if (file !== HOOK) guest.programs.delete('nvidia-ctk');
        },
      },
    };
  });
