// SPDX-License-Identifier: GPL-2.0
// A PCI root bus with one made-up function on it: the kernel, udev, lspci, nouveau and NVIDIA's driver meet a real
// struct pci_dev, whose configuration space comes from a file.
#include <linux/io.h>
#include <linux/kernel_read_file.h>
#include <linux/module.h>
#include <linux/pci.h>

#define BAR0_SIZE 0x1000000u
#define PMC_BOOT_42 0xa00 /* the chip id once more, in the layout that newer drivers read */

static char *config = "/lib/fakegpu/config.bin";
module_param(config, charp, 0444);
static int busnr = 2, slot = 1, irq;
module_param(busnr, int, 0444);
module_param(slot, int, 0444);
module_param(irq, int, 0444); /* NVIDIA's driver refuses a card without one */
static ulong bar0; /* address of 16 MiB that memmap=16M$ADDR keeps from the kernel; 0: a card without registers */
module_param(bar0, ulong, 0444);
static uint boot0; /* PMC_BOOT_0, the chip id */
module_param(boot0, uint, 0444);

static u8 space[256];
static struct pci_bus *bus;
static struct pci_sysdata sysdata = { .domain = 0, .node = NUMA_NO_NODE };
static struct resource bus_range = { .name = "fakegpu bus", .flags = IORESOURCE_BUS };
static struct resource registers = { .name = "fakegpu registers", .flags = IORESOURCE_MEM };

static int space_read(struct pci_bus *b, unsigned int devfn, int where, int size, u32 *value)
{
	if (devfn != PCI_DEVFN(slot, 0) || where + size > sizeof(space)) {
		*value = ~0;
		return PCIBIOS_DEVICE_NOT_FOUND;
	}
	*value = 0;
	memcpy(value, space + where, size);
	return PCIBIOS_SUCCESSFUL;
}

static int space_write(struct pci_bus *b, unsigned int devfn, int where, int size, u32 value)
{
	u32 base = value & ~(BAR0_SIZE - 1);

	if (devfn != PCI_DEVFN(slot, 0))
		return PCIBIOS_DEVICE_NOT_FOUND;
	if (where == PCI_BASE_ADDRESS_0 && bar0)
		memcpy(space + where, &base, 4);
	else if (where == PCI_COMMAND || where == PCI_INTERRUPT_LINE)
		memcpy(space + where, &value, size);
	return PCIBIOS_SUCCESSFUL; /* all other registers are read-only */
}

static struct pci_ops ops = { .read = space_read, .write = space_write };

static void fill_registers(struct list_head *windows)
{
	void __iomem *window = ioremap(bar0, 4096);
	u32 base = bar0;

	memcpy(space + PCI_BASE_ADDRESS_0, &base, 4);
	if (window) {
		writel(boot0, window);
		writel((boot0 & 0x1ff00000) | ((boot0 & 0xff) << 12), window + PMC_BOOT_42);
		iounmap(window);
	}
	registers.start = bar0;
	registers.end = bar0 + BAR0_SIZE - 1;
	pci_add_resource(windows, &registers);
}

static int __init fakegpu_init(void)
{
	void *buffer = space;
	LIST_HEAD(windows);
	struct pci_dev *card;
	ssize_t n = kernel_read_file_from_path(config, 0, &buffer, sizeof(space), NULL, READING_UNKNOWN);

	if (n < 0) {
		pr_err("fakegpu: %s: %zd\n", config, n);
		return n;
	}
	if (bar0)
		fill_registers(&windows);
	bus_range.start = bus_range.end = busnr;
	pci_add_resource(&windows, &bus_range);
	pci_lock_rescan_remove();
	bus = pci_scan_root_bus(NULL, busnr, &ops, &sysdata, &windows);
	if (bus) {
		card = pci_get_slot(bus, PCI_DEVFN(slot, 0));
		if (card && irq)
			card->irq = irq;
		if (card && bar0)
			pci_claim_resource(card, 0);
		pci_dev_put(card);
		pci_bus_add_devices(bus);
	}
	pci_unlock_rescan_remove();
	return bus ? 0 : -ENODEV;
}

static void __exit fakegpu_exit(void)
{
	pci_lock_rescan_remove();
	pci_stop_root_bus(bus);
	pci_remove_root_bus(bus);
	pci_unlock_rescan_remove();
}

module_init(fakegpu_init);
module_exit(fakegpu_exit);
MODULE_DESCRIPTION("A made-up GPU on a PCI bus of its own");
MODULE_LICENSE("GPL");
