// Stand-in for nvidia-modeset, nvidia-drm and nvidia-uvm: empty modules, there because tools load and unload them by name.
#include <linux/module.h>

static int __init companion_init(void)
{
	return 0;
}

static void __exit companion_exit(void)
{
}

module_init(companion_init);
module_exit(companion_exit);
MODULE_DESCRIPTION("Stand-in for a companion of NVIDIA's kernel module");
MODULE_LICENSE("NVIDIA");
MODULE_VERSION(NV_VERSION);
MODULE_SOFTDEP("pre: nvidia");
