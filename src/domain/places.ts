/** Where our own files lie on a Linux guest. Probes look there, steps write there. */

export const STATE_FOLDER = '/var/lib/gpu-guest';
/** Packages that are no files of their own in the media folder (zip entries) are copied here. */
export const MEDIA_STORE = `${STATE_FOLDER}/media`;

/** `seal` leaves it in a golden image; the first start of a clone takes it away. */
export const SEAL_MARK = `${STATE_FOLDER}/sealed.json`;
/** The first start of a clone leaves it: this guest comes from an image, and a profile that wants one sealed does not mean it. */
export const CLONE_MARK = `${STATE_FOLDER}/clone.json`;
/** Stands while a seal is at work, and after one that was cut off. */
export const SEALING_MARK = `${STATE_FOLDER}/sealing.json`;

/** What the guest was when the last run had verified it; whatever changes the guest takes it away first. */
export const READY_MARK = `${STATE_FOLDER}/ready.json`;

/** Judges a guest of an image that was built where no card is, at its first boot. */
export const FIRST_BOOT_UNIT_NAME = 'gpu-guest-first-boot.service';
export const FIRST_BOOT_UNIT = `/etc/systemd/system/${FIRST_BOOT_UNIT_NAME}`;
/** As `systemctl enable` links it; a link can be made in an image that does not run as well. */
export const FIRST_BOOT_WANTED = `/etc/systemd/system/multi-user.target.wants/${FIRST_BOOT_UNIT_NAME}`;
/** Contents: `gpu-guest/first-boot@1`. */
export const FIRST_BOOT_VERDICT = `${STATE_FOLDER}/first-boot.json`;
/** The profile that the image was built with, for that judgement. */
export const FIRST_BOOT_PROFILE = `${STATE_FOLDER}/first-boot-profile.json`;

/** The key pair that signs modules under Secure Boot; root alone may enter the folder. */
export const SIGNING_FOLDER = `${STATE_FOLDER}/mok`;
export const SIGNING_KEY = `${SIGNING_FOLDER}/signing-key.priv`;
/** DER, as mokutil, sign-file and DKMS want it. */
export const SIGNING_CERTIFICATE = `${SIGNING_FOLDER}/signing-key.der`;
export const SIGNING_PASSWORD = `${SIGNING_FOLDER}/one-time-password`;
/** Common name of the certificate: what `modinfo -F signer` says of a module that it signed. */
export const SIGNING_NAME = 'GPU Guest Assistant module signing';

export const NOUVEAU_BLACKLIST = '/etc/modprobe.d/gpu-guest-nouveau.conf';
/** Keeps nouveau out of the images of dracut, which hold nothing of /etc/modprobe.d where they are made for any machine. */
export const DRACUT_WITHOUT_NOUVEAU = '/etc/dracut.conf.d/gpu-guest-nouveau.conf';
export const GRIDD_CONFIG = '/etc/nvidia/gridd.conf';
export const TOKEN_FOLDER = '/etc/nvidia/ClientConfigToken';

export const CUDA_LINK = '/usr/local/cuda';
export const ENVIRONMENT_FILE = '/etc/environment';
export const CUDA_PROFILE = '/etc/profile.d/gpu-guest-cuda.sh';
export const CUDA_LIBRARIES = '/etc/ld.so.conf.d/gpu-guest-cuda.conf';
/** Where cuDNN and NCCL of an archive lie. */
export const LIBRARY_FOLDERS = '/etc/ld.so.conf.d/gpu-guest-libraries.conf';
export const COMMAND_FOLDER = '/usr/local/bin';
/** CUDA programs that every kind of shell is to find through COMMAND_FOLDER. */
export const CUDA_COMMANDS = ['nvcc', 'cuda-gdb', 'compute-sanitizer', 'cuobjdump', 'nvdisasm', 'ncu', 'nsys'] as const;

/** With which driver and toolkit a container listed the GPUs, by runtime. */
export const CONTAINER_PROOF = `${STATE_FOLDER}/containers.json`;
export const DOCKER_CONFIG = '/etc/docker/daemon.json';
export const CONTAINERD_CONFIG = '/etc/containerd/config.toml';
/** `nvidia-ctk` writes its part here from 1.18.1 on; 1.18.0 into the second. */
export const CONTAINERD_DROP_INS = [
  '/etc/containerd/conf.d/99-nvidia.toml',
  '/etc/containerd/config.d/99-nvidia.toml',
] as const;
export const CDI_SPEC = '/etc/cdi/nvidia.yaml';

/** Makes MIG instances anew at each boot, as they do not outlive one. */
export const MIG_UNIT_NAME = 'gpu-guest-mig.service';
export const MIG_UNIT = `/etc/systemd/system/${MIG_UNIT_NAME}`;
/** As `systemctl enable` links it. */
export const MIG_WANTED = `/etc/systemd/system/multi-user.target.wants/${MIG_UNIT_NAME}`;
export const MIG_SCRIPT = '/usr/local/lib/gpu-guest/mig-devices.sh';

/** Of NVIDIA's package. */
export const FABRIC_UNIT = 'nvidia-fabricmanager.service';
/** The NVLink Subnet Manager, as its package has it. */
export const SUBNET_MANAGER = '/opt/nvidia/nvlsm/sbin/nvlsm';
/** Has the kernel module loaded over which it works, at each boot. */
export const SUBNET_MODULE = '/etc/modules-load.d/gpu-guest-fabric.conf';
/** Sets persistence mode at each boot. */
export const PERSISTENCE_UNIT_NAME = 'gpu-guest-persistence.service';
export const PERSISTENCE_UNIT = `/etc/systemd/system/${PERSISTENCE_UNIT_NAME}`;
