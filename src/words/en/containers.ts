/** The NVIDIA Container Toolkit: its choice, steps, checks and findings. */
export const containers = {
  'choice.containers.not-wanted': 'The profile asks for no containers.',
  'choice.containers.whole': 'It is one of a whole set of the NVIDIA Container Toolkit for this guest.',
  'choice.containers.incomplete':
    'The NVIDIA Container Toolkit {version} is installed as four packages of one version. These are not in the folder: {names}.',
  'choice.containers.no-media':
    'The media folder has no whole set of the NVIDIA Container Toolkit for this guest. Put these packages there, all of one version: {names}.',
  'step.containers.no-runtime':
    'This guest has neither Docker, containerd nor Podman. Install one of them, then run the command again.',
  'step.containers.not-there':
    'The profile names {runtime}, which is not installed on this guest. Install it, or name another runtime.',
  'step.containers.snap':
    'Docker comes from the snap store here. It does not see NVIDIA’s runtime on the guest. Install Docker from its own or the distribution’s packages instead.',
  'step.containers.install.title': 'Install the NVIDIA Container Toolkit',
  'step.containers.install.done': 'NVIDIA Container Toolkit {version} is installed.',
  'step.containers.install.media': 'NVIDIA Container Toolkit {version} is installed from the media. It brings no driver.',
  'step.containers.install.repository':
    'The NVIDIA Container Toolkit is installed from a repository that this guest has. It brings no driver.',
  'step.containers.install.set-up':
    'NVIDIA’s repository of the Container Toolkit is added with its key, as the profile asks, and the toolkit is installed from it. It brings no driver.',
  'step.containers.install.no-source':
    'Neither the media nor a configured repository has the NVIDIA Container Toolkit. Put its four packages into the media folder, or write `toolkit: repository` below `containers:` in the profile, so that NVIDIA’s repository is added.',
  'step.containers.install.no-manager':
    'This guest has neither apt, dnf nor zypper, so the toolkit’s packages cannot be installed.',
  'step.containers.install.key-mode': 'It goes with the key.',
  'step.containers.configure.title': 'Make the GPUs known to the container runtimes',
  'step.containers.configure.todo': 'Not set up for the GPUs yet: {runtimes}.',
  'step.containers.configure.restart':
    'If {runtime} is running, it is restarted to read its configuration. Without live restore, its running containers stop; those with a restart policy start again.',
  'step.containers.configure.done': 'Every container runtime that is meant is set up for the GPUs.',
  'step.containers.configure.no-toolkit': 'nvidia-ctk is not there: the NVIDIA Container Toolkit is not installed.',
  'step.containers.configure.no-driver':
    'No NVIDIA driver is loaded, so the GPUs cannot be described for containers. Load the driver first.',
  'step.containers.image':
    'The card is not here, so the GPUs are neither described to Podman nor listed in a container: that is for the guests of the image. From toolkit 1.18 on, its own service describes them at each boot.',
  'step.containers.configure.undo':
    'Each file is put back as it was, what was added is removed, and the runtimes that were restarted are restarted again.',
  'step.containers.prove.title': 'List the GPUs in a container',
  'step.containers.prove.todo':
    'nvidia-smi is run once in a container without network. Images that are at hand: {images}. Nothing is fetched.',
  'step.containers.prove.done': 'A container has listed the GPUs with this driver and this toolkit.',
  'step.containers.prove.no-image':
    'There is no image at hand in which nvidia-smi could run, and none is fetched unasked. Fetch one, such as ubuntu or nvidia/cuda, and run the command again for a proof.',
  'step.containers.prove.nothing-stays': 'The container is removed when it ends.',
  'step.containers.prove.undo': 'The note of the proof is removed. The container went by itself.',
  'check.containers': 'containers of {runtime} get the GPUs',
  'check.containers.any': 'containers get the GPUs',
  'check.containers.no-runtime': 'no such container runtime is installed',
  'check.containers.no-toolkit': 'the NVIDIA Container Toolkit is not installed',
  'check.containers.unavailable': 'the NVIDIA Container Toolkit is not installed. {why}',
  'check.containers.not-configured': 'not set up for the GPUs, or for another driver',
  'check.containers.not-proved': 'set up, but no container has listed the GPUs with this driver and toolkit',
  'check.containers.configured': 'set up; not tried, as no image is at hand',
  'check.containers.proved': 'a container of {image} has listed them (driver {driver}, toolkit {toolkit})',
  'fact.cdiSpecs': 'the CDI specifications',
  'fact.containerErrors': 'what container runtimes printed',
  'fact.containerImages': 'the container images at hand',
  'fact.containerProof': 'whether a container has listed the GPUs',
  'fact.containerRuntimes': 'the container runtimes',
  'fact.containerToolkit': 'the NVIDIA Container Toolkit',
  'question.cdiSpecs': 'What do CDI specifications say of the NVIDIA GPUs?',
  'question.containerErrors': 'What did container runtimes say where a container got no GPU?',
  'question.containerImages': 'Which container images are at hand?',
  'question.containerProof': 'Has a container listed the GPUs?',
  'question.containerRuntimes': 'Which container runtimes are there, and do they know the NVIDIA runtime?',
  'question.containerToolkit': 'Is the NVIDIA Container Toolkit there?',
  'finding.containers.fix.apply':
    'Let this tool do it: write `runtime: auto` below `containers:` in a profile, then `sudo gpu-guest apply --profile FILE`.',
  'finding.containers.toolkit-missing.title': 'Containers get no GPU: the NVIDIA Container Toolkit is missing',
  'finding.containers.toolkit-missing.detail':
    'The container runtime finds nothing that hands the GPU to a container. The NVIDIA Container Toolkit is not installed, or the runtime has not been restarted since.',
  'finding.containers.toolkit-missing.detail.left':
    'The configuration of the container runtime names NVIDIA’s runtime, but the NVIDIA Container Toolkit is not installed. Containers that ask for it do not start.',
  'finding.containers.toolkit-missing.detail.spec':
    'The CDI specification has the NVIDIA Container Toolkit called for each container, and it is not installed. Containers that ask for a GPU do not start.',
  'finding.containers.toolkit-missing.fix.1':
    'By hand: install the package nvidia-container-toolkit, then `sudo nvidia-ctk runtime configure --runtime=docker` and `sudo systemctl restart docker`. Docker from the snap store cannot use it.',
  'finding.containers.runtime-unknown.title': 'The container runtime does not know the runtime “nvidia”',
  'finding.containers.runtime-unknown.detail':
    'A container asks for the runtime “nvidia”, and the configuration that the running daemon has read does not name it. The container does not start.',
  'finding.containers.runtime-unknown.detail.unset':
    'NVIDIA Container Toolkit {version} is installed, but the container runtime’s configuration does not name the runtime “nvidia”. Containers that ask for it by name do not start.',
  'finding.containers.runtime-unknown.fix.1':
    'By hand: `sudo nvidia-ctk runtime configure --runtime=docker`, then `sudo systemctl restart docker` (or `--runtime=containerd` and containerd). A daemon that runs without root reads ~/.config/docker/daemon.json instead.',
  'finding.containers.cgroup-lost.title': 'A running container has lost its GPU',
  'finding.containers.cgroup-lost.detail':
    'In the container, NVML answers “Unknown Error”. Where systemd manages the cgroups, this follows a `systemctl daemon-reload` (a package installation is enough): it takes the GPU’s device files from containers to which NVIDIA’s hook had handed them. The GPU and the driver of the guest are not the cause where nvidia-smi works outside.',
  'finding.containers.cgroup-lost.fix.1': 'Start the container anew: it has its GPU again until the next reload.',
  'finding.containers.cgroup-lost.fix.2':
    'For good: hand the GPU in by CDI (`--device nvidia.com/gpu=all`), or use NVIDIA Container Toolkit 1.18 or later, whose runtime does so by itself.',
  'finding.containers.cgroup-lost.fix.3':
    'Or let Docker manage the cgroups: `"exec-opts": ["native.cgroupdriver=cgroupfs"]` in /etc/docker/daemon.json, then restart Docker.',
  'finding.containers.cdi-stale.title': 'The CDI specification does not describe the GPUs as they are now',
  'finding.containers.cdi-stale.detail':
    '{path} names the libraries of driver {described}, and {driver} is loaded. Containers get files that are gone, or none.',
  'finding.containers.cdi-stale.detail.said':
    'The container runtime finds the device that was asked for in no CDI specification. There is none, it was written before the GPU or its MIG devices changed, or it cannot be read.',
  'finding.containers.cdi-stale.detail.gone':
    'The CDI specification names a file of driver {driver}, and there is no such file. It was written for another driver than the one that is installed now, or for one that is gone.',
  'finding.containers.cdi-stale.detail.mig':
    '{path} names the devices {named}, and the MIG devices that there are now: {there}. Containers get devices that are gone, or not those that are meant.',
  'finding.containers.cdi-stale.fix.1':
    'By hand: `sudo nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml`; from toolkit 1.18 on `sudo systemctl restart nvidia-cdi-refresh.service`. `nvidia-ctk cdi list` shows the devices. Do it after each change of the driver or of MIG devices.',
  'finding.containers.old-hook.title': 'An old hook hands the GPUs in besides CDI',
  'finding.containers.old-hook.detail':
    '{hook} calls NVIDIA’s hook for containers, and {spec} describes the same GPUs for CDI. A container with both gets its devices twice, which can keep it from starting.',
  'finding.containers.old-hook.fix.1': 'By hand, where CDI is used: `sudo rm {hook}`.',
} as const;
