# A golden image of a GPU guest. Packer 1.6.6 or later; from 1.7 on QEMU is a plug-in: packer plugins install github.com/hashicorp/qemu
#   packer build -only=qemu.guest -var image=... -var image_checksum=... .     a cloud image in QEMU, with or without a GPU
#   packer build -only=null.guest -var host=... .                              a guest that runs already, over SSH

packer {
  required_version = ">= 1.6.6"
}

source "qemu" "guest" {
  iso_url          = var.image
  iso_checksum     = var.image_checksum
  disk_image       = true
  disk_size        = var.disk_size
  format           = var.format
  output_directory = var.output
  vm_name          = "gpu-guest.${var.format}"
  disk_interface   = "virtio"
  net_device       = "virtio-net"
  accelerator      = var.accelerator
  memory           = var.memory
  cpus             = var.cpus
  qemuargs         = var.qemuargs
  headless         = true
  boot_wait        = "1s"

  # cloud-init's NoCloud: a disc of this name.
  cd_files = ["${var.seed}/user-data", "${var.seed}/meta-data"]
  cd_label = "cidata"

  ssh_username         = var.ssh_username
  ssh_private_key_file = var.ssh_private_key_file
  ssh_timeout          = var.ssh_timeout
  shutdown_command     = "sudo -n systemctl poweroff"
  shutdown_timeout     = "10m"
}

source "null" "guest" {
  ssh_host             = var.host
  ssh_port             = var.port
  ssh_username         = var.ssh_username
  ssh_private_key_file = var.ssh_private_key_file
  ssh_timeout          = var.ssh_timeout
}

build {
  sources = ["source.qemu.guest", "source.null.guest"]

  # Not /tmp, which may lie in memory: media are large.
  provisioner "shell" {
    inline = ["mkdir -p /var/tmp/gpu-guest-build"]
  }

  provisioner "file" {
    source      = "${var.bring}/"
    destination = "/var/tmp/gpu-guest-build"
  }

  provisioner "shell" {
    script           = "${path.root}/scripts/apply.sh"
    environment_vars = ["MEDIA=${var.media}"]
    execute_command  = "chmod +x {{ .Path }}; sudo -n env {{ .Vars }} {{ .Path }}"
  }

  # Where the driver needs a reboot; the run goes on by itself.
  provisioner "shell" {
    script            = "${path.root}/scripts/reboot.sh"
    execute_command   = "chmod +x {{ .Path }}; sudo -n env {{ .Vars }} {{ .Path }}"
    expect_disconnect = true
  }

  provisioner "shell" {
    script              = "${path.root}/scripts/finish.sh"
    environment_vars    = ["MEDIA=${var.media}", "SEAL=${var.seal}"]
    execute_command     = "chmod +x {{ .Path }}; sudo -n env {{ .Vars }} {{ .Path }}"
    start_retry_timeout = "15m"
    skip_clean          = true
  }
}
