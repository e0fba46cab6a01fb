/** Where our own files lie on a Linux guest. Probes look there, steps write there. */

export const STATE_FOLDER = '/var/lib/gpu-guest';
/** Packages that are no files of their own in the media folder (zip entries) are copied here. */
export const MEDIA_STORE = `${STATE_FOLDER}/media`;

/** `seal` leaves it in a golden image; the first start of a clone takes it away. */
export const SEAL_MARK = `${STATE_FOLDER}/sealed.json`;
/** Stands while a seal is at work, and after one that was cut off. */
export const SEALING_MARK = `${STATE_FOLDER}/sealing.json`;

/** What the guest was when the last run had verified it; whatever changes the guest takes it away first. */
export const READY_MARK = `${STATE_FOLDER}/ready.json`;

/** Judges a guest of an image that was built where no card is, at its first boot. */
export const FIRST_BOOT_UNIT_NAME = 'gpu-guest-first-boot.service';
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
export const GRIDD_CONFIG = '/etc/nvidia/gridd.conf';
export const TOKEN_FOLDER = '/etc/nvidia/ClientConfigToken';

export const CUDA_LINK = '/usr/local/cuda';
export const ENVIRONMENT_FILE = '/etc/environment';
export const CUDA_PROFILE = '/etc/profile.d/gpu-guest-cuda.sh';
export const CUDA_LIBRARIES = '/etc/ld.so.conf.d/gpu-guest-cuda.conf';
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
