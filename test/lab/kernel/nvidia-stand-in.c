// Stand-in for the module "nvidia" of NVIDIA's GRID package: it really loads, binds to the card and shows what
// /proc/driver/nvidia shows, but drives nothing. MODULE_LICENSE reads NVIDIA because that is how a tool tells the
// proprietary flavour from the open one.
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

#define BANNER "NVIDIA UNIX x86_64 Kernel Module  " NV_VERSION "  Tue Mar 28 18:02:59 UTC 2023"

static struct proc_dir_entry *top, *gpus;

static int show_version(struct seq_file *m, void *unused)
{
	seq_puts(m, "NVRM version: " BANNER "\nGCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n");
	return 0;
}

static const char *model(const struct pci_dev *card)
{
	if (card->device == 0x1b38 && card->subsystem_device == 0x11ed)
		return "GRID P40-8Q";
	if (card->device == 0x1eb8 && card->subsystem_device == 0x130f)
		return "GRID T4-8Q";
	return "Unknown";
}

static int show_card(struct seq_file *m, void *unused)
{
	struct pci_dev *card = m->private;

	seq_printf(m, "Model: \t\t %s\nIRQ:   \t\t %d\nGPU UUID: \t GPU-????????-????-????-????-????????????\n", model(card), card->irq);
	seq_printf(m, "Video BIOS: \t ??.??.??.??.??\nBus Type: \t PCI\nBus Location: \t %s\nDevice Minor: \t 0\n", pci_name(card));
	return 0;
}

static const struct pci_device_id ids[] = {
	{ PCI_DEVICE(0x10de, PCI_ANY_ID), .class = PCI_CLASS_DISPLAY_VGA << 8, .class_mask = 0xffff00 },
	{ PCI_DEVICE(0x10de, PCI_ANY_ID), .class = PCI_CLASS_DISPLAY_3D << 8, .class_mask = 0xffff00 },
	{}
};
MODULE_DEVICE_TABLE(pci, ids);

static int probe(struct pci_dev *card, const struct pci_device_id *id)
{
	struct proc_dir_entry *dir = proc_mkdir(pci_name(card), gpus);

	if (dir)
		proc_create_single_data("information", 0444, dir, show_card, card);
	return 0;
}

static void forget(struct pci_dev *card)
{
	remove_proc_subtree(pci_name(card), gpus);
}

static struct pci_driver driver = { .name = "nvidia", .id_table = ids, .probe = probe, .remove = forget };

static int __init nvidia_init(void)
{
	int status;

	top = proc_mkdir("driver/nvidia", NULL);
	gpus = proc_mkdir("gpus", top);
	proc_create_single("version", 0444, top, show_version);
	pr_info("NVRM: loading " BANNER "\n");
	status = pci_register_driver(&driver);
	if (status)
		proc_remove(top);
	return status;
}

static void __exit nvidia_exit(void)
{
	pci_unregister_driver(&driver);
	proc_remove(top);
}

module_init(nvidia_init);
module_exit(nvidia_exit);
MODULE_DESCRIPTION("Stand-in for NVIDIA's kernel module");
MODULE_LICENSE("NVIDIA");
MODULE_VERSION(NV_VERSION);
MODULE_ALIAS("char-major-195-*");
