# What a build may be told: -var NAME=VALUE, or in a file: -var-file=my.pkrvars.hcl

variable "bring" {
  description = "Folder on this machine: gpu.yml (the profile), media/ (driver, CUDA runfile; for a builder with a vGPU a token, which does not stay), gpu-guest.js and node where the guest has no gpu-guest."
  type        = string
  default     = "bring"
}

variable "media" {
  description = "Where the guest gets media/; the profile names the same folder. It is removed before the image is sealed."
  type        = string
  default     = "/mnt/Shared/nv"
}

variable "seal" {
  description = "Make a golden image of it. false leaves a guest that works, with its identity and its media."
  type        = bool
  default     = true
}

variable "ssh_username" {
  description = "root, or a user whom sudo asks for no password."
  type        = string
  default     = "debian"
}

variable "ssh_private_key_file" {
  type    = string
  default = "~/.ssh/id_ed25519"
}

variable "ssh_timeout" {
  type    = string
  default = "10m"
}

# null.guest: a guest that runs already.

variable "host" {
  type    = string
  default = "127.0.0.1"
}

variable "port" {
  type    = number
  default = 22
}

# qemu.guest: a cloud image, started in QEMU.

variable "image" {
  description = "A cloud image: a file, or an address such as https://cloud.debian.org/images/cloud/bookworm/latest/debian-12-generic-amd64.qcow2"
  type        = string
  default     = ""
}

variable "image_checksum" {
  description = "sha512:..., or file:https://cloud.debian.org/images/cloud/bookworm/latest/SHA512SUMS; none trusts whatever comes."
  type        = string
  default     = ""
}

variable "seed" {
  description = "Folder with cloud-init's user-data and meta-data; user-data lets ssh_private_key_file in."
  type        = string
  default     = "seed"
}

variable "output" {
  type    = string
  default = "output"
}

variable "format" {
  description = "qcow2 or raw."
  type        = string
  default     = "qcow2"
}

variable "disk_size" {
  type    = string
  default = "20G"
}

variable "memory" {
  type    = number
  default = 4096
}

variable "cpus" {
  type    = number
  default = 4
}

variable "accelerator" {
  description = "kvm, or none where there is no /dev/kvm: twenty times as slow."
  type        = string
  default     = "kvm"
}

variable "qemuargs" {
  description = "More for QEMU, such as a GPU that is passed through: [[\"-device\", \"vfio-pci,host=3b:00.0\"]]"
  type        = list(list(string))
  default     = []
}
