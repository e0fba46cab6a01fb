// Preloaded in a container, it reports the kernel that the guest boots (/etc/guest-kernel) in place of the machine's:
// so what compiles runs at native speed and compiles for the right kernel.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>

int uname(struct utsname *names)
{
	int (*real)(struct utsname *) = (int (*)(struct utsname *))dlsym(RTLD_NEXT, "uname");
	int status = real(names);
	FILE *file = status ? NULL : fopen("/etc/guest-kernel", "re");
	char line[sizeof names->release] = "";

	if (!file)
		return status;
	if (fgets(line, sizeof line, file))
		line[strcspn(line, "\n")] = 0;
	fclose(file);
	if (*line)
		strcpy(names->release, line);
	return status;
}
