// Ways in which containers lose their GPU: what is done to the guest for it, what somebody types then, and the words of the real programs.
import { IMAGE, IN_DOCKER, IN_PODMAN } from './container-runtimes.ts';
import { MEDIA } from './media.ts';

export type ContainerFailure = {
  name: string;
  /** A script for the guest, after which it is as the name says. */
  made: string;
  typed: readonly string[];
  /** What the programs have to have said. */
  says: readonly RegExp[];
  /** The findings of containers, by name: on the guest, and from the pasted text alone. */
  live: readonly string[];
  pasted: readonly string[];
};

/** Podman calls crun unless it is told otherwise. */
const WITH_RUNC = IN_PODMAN.replace('podman', 'podman --runtime runc');

/** Before the toolkit comes. */
export const NOTHING_YET: ContainerFailure = {
  name: 'no toolkit',
  made: 'true',
  typed: [IN_DOCKER, IN_DOCKER.replace('--gpus all', '--runtime=nvidia'), IN_PODMAN],
  says: [/could not select device driver "" with capabilities: \[\[gpu\]\]/, /Unknown runtime specified nvidia/, /unresolvable CDI devices nvidia\.com\/gpu=all/],
  live: [],
  pasted: ['containers.cdi-stale', 'containers.runtime-unknown', 'containers.toolkit-missing'],
};

/** The vGPU's one compute instance makes way for three. */
export const MIG_CHANGE: ContainerFailure = {
  name: 'other MIG devices than there were',
  made: 'nvidia-smi mig -dci; nvidia-smi mig -cci 0,0,0',
  typed: [IN_PODMAN.replace('gpu=all', 'gpu=0:2')],
  says: [/unresolvable CDI devices nvidia\.com\/gpu=0:2/],
  live: ['containers.cdi-stale'],
  pasted: ['containers.cdi-stale'],
};

const HOOK = '/usr/share/containers/oci/hooks.d/oci-nvidia-hook.json';
export const HOOK_REMOVED = `rm ${HOOK}; rmdir /usr/share/containers/oci/hooks.d /usr/share/containers/oci`;
export const OLD_HOOK: ContainerFailure = {
  name: 'a hook besides CDI',
  // As packages of the toolkit before CDI had it.
  made: `mkdir -p /usr/share/containers/oci/hooks.d; cat > ${HOOK} <<'END'
{
    "version": "1.0.0",
    "hook": {
        "path": "/usr/bin/nvidia-container-runtime-hook",
        "args": ["nvidia-container-runtime-hook", "prestart"],
        "env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
    },
    "when": {"always": true, "commands": [".*"]},
    "stages": ["prestart"]
}
END`,
  typed: [IN_PODMAN],
  says: [],
  live: ['containers.old-hook'],
  pasted: [],
};

/** As an upgrade that nobody watched: the packages are the newer driver's, its module is loaded, and nobody has told Podman. */
export const DRIVER_CHANGE: ContainerFailure = {
  name: 'another driver than the one that was described',
  made: `apt-get install -qy --allow-change-held-packages /mnt/newer.deb
    systemctl stop nvidia-gridd; modprobe -r nvidia-uvm nvidia-drm nvidia-modeset nvidia; modprobe nvidia; systemctl start nvidia-gridd
    mv /mnt/newer.deb ${MEDIA}/`,
  typed: [IN_PODMAN, WITH_RUNC],
  says: [/crun: (?:error stat'ing file `\/usr\/lib\/x86_64-linux-gnu\/libcuda\.so\.525\.105\.17`|.*Broken pipe)/, /error mounting "\/usr\/lib\/x86_64-linux-gnu\/libcuda\.so\.525\.105\.17"/],
  live: ['containers.cdi-stale'],
  pasted: ['containers.cdi-stale'],
};

export const TOOLKIT_GONE: ContainerFailure = {
  name: 'a toolkit that is gone',
  made: 'apt-get purge -qy libnvidia-container1 nvidia-container-toolkit-base',
  typed: [IN_DOCKER, IN_DOCKER.replace('--gpus all', '--runtime=nvidia'), IN_PODMAN, WITH_RUNC, `ctr run --rm --runc-binary nvidia-container-runtime ${IMAGE} gone nvidia-smi -L`,
    'systemctl restart docker', IN_DOCKER],
  says: [/exec: "nvidia-container-runtime-hook": executable file not found in \$PATH/, /exec: "nvidia-container-runtime": executable file not found in \$PATH/,
    // crun's own words differ from run to run: it may end before it has told its parent why.
    /Error: (?:OCI runtime error: )?crun: /, /runc: .*fork\/exec \/usr\/bin\/nvidia-ctk: no such file or directory/, /could not select device driver/],
  live: ['containers.toolkit-missing'],
  pasted: ['containers.toolkit-missing'],
};
