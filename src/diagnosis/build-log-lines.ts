/** What the lines mean that DKMS, the installer, modprobe and apt leave when a driver cannot be built or loaded. */
import { valueOf, type Fact } from '../domain/fact.ts';
import { KERNEL_TOO_NEW, type BuildLog } from '../probes/build-log.ts';

const PATTERNS = {
  // modinfo looks for the running kernel's, and does not name it.
  'module-not-found':
    /Module nvidia\S* not found in directory \/lib\/modules\/(?<kernel>\S+)|^\s*modinfo: ERROR: Module nvidia not found/,
  'headers-missing':
    /kernel headers for kernel (?<kernel>\S+?) cannot be found|autoinstall for kernel:? (?<skipped>\S+) was skipped since the kernel headers|Unable to locate package (?:linux-headers|kernel-devel|kernel-default-devel)-(?<package>\S+)|Unable to find the kernel source tree for the currently running kernel|No (?:match for argument|package):? .*kernel-(?:\w+-)?devel|Unable to find a match: .*kernel-(?:\w+-)?devel|nothing provides '?kernel-(?:\w+-)?(?:devel|headers|uname-r)|No provider of '?kernel-(?:\w+-)?devel/i,
  'compiler-differs':
    /unrecognized command[- ]line option|Compiler version check failed|(?:gcc|x86_64-linux-gnu-gcc|clang)-(?<wanted>[\d.]+): (?:command )?not found|warning: the compiler differs from the one used to build the kernel/i,
  'compiler-missing': /\b(?<compiler>(?:gcc|clang)-[\d.]*\d): (?:command )?not found/,
  'kernel-built-by': /The kernel was built by:\s*(?<built>.+)/,
  'kernel-too-new': KERNEL_TOO_NEW,
  'build-failed':
    /Bad return status for module build|Building module.*\(bad exit status|Error! Build of \S*nvidia|Unable to build the (?:NVIDIA )?kernel module|An error occurred while performing the step: "Building kernel modules"|dkms.*make\.log for more information|Failed to (?:build|install) the kernel module through DKMS|Unable to find the development tool|The nvidia kernel module was not created|^make(?:\[\d+\])?: \*\*\* \[.*\] Error \d/i,
  'nouveau-in-use': /The Nouveau kernel driver is currently in use by your system/i,
  /** DKMS on the terminal and at the head of its make.log, and the make command that it prints. */
  'built-for':
    /(?:module build on kernel:|autoinstall (?:for kernel:?|on)|make\.log for nvidia\S* for kernel|KERNEL_UNAME=) ?(?<kernel>\d[\w.+~-]*)/,
  'disk-full':
    /No space left on device|设备上没有空间|デバイスに空き領域がありません|磁盘空间不足|空き容量が(?:不足|足りません)|not enough (?:free )?(?:disk )?space|You don't have enough free space|[KMGT]i?B more space needed on the|needs \d+[KMGT]i?B (?:more space )?on the \S+ filesystem|needs \d+[KMGT]i?B more space on the/i,
  'signature-rejected':
    /Key was rejected by service|Required key not available|not signed by a key that is trusted by the kernel/i,
  'wrong-format': /could not insert 'nvidia\S*': (?:Exec format error|Invalid argument)|Invalid module format/i,
  'packages-locked':
    /Could not get lock (?<lock>\S+?)\.?(?:\s|$)|dpkg frontend lock (?:was|is) locked by another process|Another app is currently holding the (?:yum|dnf) lock|System management is locked|Waiting for process with pid \d+ to finish|another copy is running as pid \d+|无法(?:获得|取得)锁 ?\/\S|無法取得鎖定|ロック \/\S+ (?:が|を)取得でき|フロントエンドロック.*取得できません/i,
  'packages-broken':
    /dpkg was interrupted|dpkg 被中断|未满足的依赖关系|dpkg は中断されました|満たせない依存関係|Unmet dependencies|unmet dependencies|[Yy]ou have held broken packages|nothing provides '?\S.* needed by |but none of the providers can be installed|^\s*Problem(?: \d+)?: (?:\d+: )?(?:cannot install|conflicting requests|the (?:installed|to be installed) \S+ (?:requires|conflicts))|^\s*Error: Package: \S+ \(|dpkg: error processing package (?<name>\S+)|Sub-process \S*dpkg returned an error code/,
} as const;

export type BuildMessageKind = keyof typeof PATTERNS;
export type BuildMessage = {
  readonly kind: BuildMessageKind;
  readonly said: Readonly<Partial<Record<string, string>>>;
  readonly line: BuildLog[number];
};

/** The last line of that kind. */
export function buildSays(log: Fact<BuildLog>, kind: BuildMessageKind): BuildMessage | undefined {
  for (const line of (valueOf(log) ?? []).toReversed()) {
    const match = PATTERNS[kind].exec(line.text);
    if (match) return { kind, said: match.groups ?? {}, line };
  }
  return undefined;
}
