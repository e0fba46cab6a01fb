// SPDX-License-Identifier: GPL-2.0
// A PCI root bus with one made-up function on it: the kernel, udev, lspci, nouveau and NVIDIA's driver meet a real
// struct pci_dev, whose configuration space comes from a file.
#include <linux/io.h>
#include <linux/kernel_read_file.h>
#include <linux/module.h>
#include <linux/pci.h>

#define BAR0_SIZE 0x1000000u
#define BAR1_SIZE 0x10000000u
#define BAR3_SIZE 0x2000000u
#define PREFETCHABLE_64 0xc
#define PMC_BOOT_42 0xa00 /* the chip id once more, in the layout that newer drivers read */

static char *config = "/lib/fakegpu/config.bin";
module_param(config, charp, 0444);
static int busnr = 2, slot = 1, irq;
module_param(busnr, int, 0444);
module_param(slot, int, 0444);
module_param(irq, int, 0444); /* NVIDIA's driver refuses a card without one */
static ulong bar0; /* address of 16 MiB that memmap=16M$ADDR keeps from the kernel; 0: a card without registers */
module_param(bar0, ulong, 0444);
static ulong window; /* address of 288 MiB for BAR 1 and BAR 3, at which nothing answers; 0: the guest has no room for them */
module_param(window, ulong, 0444);
static uint boot0; /* PMC_BOOT_0, the chip id */
module_param(boot0, uint, 0444);

static u8 space[256];
static struct pci_bus *bus;
static struct pci_sysdata sysdata = { .domain = 0, .node = NUMA_NO_NODE };
static struct resource bus_range = { .name = "fakegpu bus", .flags = IORESOURCE_BUS };
static struct resource memory = { .name = "fakegpu memory", .flags = IORESOURCE_MEM | IORESOURCE_PREFETCH };
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

/* What stays of an address that is written to a memory BAR tells its size. */
static void set_bar(int where, u32 value, u32 size, u32 flags)
{
	u32 base = (value & ~(size - 1)) | flags;

	memcpy(space + where, &base, 4);
}

static int space_write(struct pci_bus *b, unsigned int devfn, int where, int size, u32 value)
{
	if (devfn != PCI_DEVFN(slot, 0))
		return PCIBIOS_DEVICE_NOT_FOUND;
	if (where == PCI_COMMAND || where == PCI_INTERRUPT_LINE)
		memcpy(space + where, &value, size);
	else if (where == PCI_BASE_ADDRESS_0 && bar0)
		set_bar(where, value, BAR0_SIZE, 0);
	else if (where == PCI_BASE_ADDRESS_1 && bar0)
		set_bar(where, value, BAR1_SIZE, PREFETCHABLE_64);
	else if (where == PCI_BASE_ADDRESS_3 && bar0)
		set_bar(where, value, BAR3_SIZE, PREFETCHABLE_64);
	else if ((where == PCI_BASE_ADDRESS_2 || where == PCI_BASE_ADDRESS_4) && bar0)
		memcpy(space + where, &value, 4);
	return PCIBIOS_SUCCESSFUL; /* all other registers are read-only */
}

static struct pci_ops ops = { .read = space_read, .write = space_write };

static void fill_registers(struct list_head *windows)
{
	void __iomem *at = ioremap(bar0, 4096);

	set_bar(PCI_BASE_ADDRESS_0, bar0, BAR0_SIZE, 0);
	set_bar(PCI_BASE_ADDRESS_1, window, BAR1_SIZE, PREFETCHABLE_64);
	set_bar(PCI_BASE_ADDRESS_3, window ? window + BAR1_SIZE : 0, BAR3_SIZE, PREFETCHABLE_64);
	if (at) {
		writel(boot0, at);
		writel((boot0 & 0x1ff00000) | ((boot0 & 0xff) << 12), at + PMC_BOOT_42);
		iounmap(at);
	}
	registers.start = bar0;
	registers.end = bar0 + BAR0_SIZE - 1;
	pci_add_resource(windows, &registers);
	if (window) {
		memory.start = window;
		memory.end = window + BAR1_SIZE + BAR3_SIZE - 1;
		pci_add_resource(windows, &memory);
	}
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
		if (card && bar0 && window) {
			pci_claim_resource(card, 1);
			pci_claim_resource(card, 3);
		}
		if (bar0 && !window)
			pci_assign_unassigned_bus_resources(bus); /* says for which there is no space */
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
