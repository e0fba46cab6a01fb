import type { run as en } from '../en/run.ts';
import { ready } from './ready.ts';

export const run: Record<keyof typeof en, string> = {
  ...ready,
  'run.failed.exit': '“{command}” 以退出码 {code} 结束。原因见其最后几行输出。',
  'run.failed.timeout': '“{command}” 在 {minutes} 分钟内未结束，已被停止。其最后几行输出显示进行到哪里。',
  'run.failed.not-found': '未安装程序“{program}”，步骤无法继续。请先安装它。',
  'run.failed.denied': '此处无法运行程序“{program}”，尽管已是 root。请检查文件是否可执行，以及其挂载是否带有 noexec。',
  'run.failed.killed': '“{command}” 被外部信号 {signal} 终止；如为 SIGKILL，可能是虚拟机内存不足（见 “dmesg”）。',
  'run.failed.disk-full': '{path} 所在的文件系统已满，运行在此更改之前停止。请释放一些空间。',
  'run.failed.read-only':
    '{path} 所在的文件系统为只读，无法更改。请重新挂载为可写；也可能是磁盘错误所致（见 “dmesg”）。',
  'run.failed.not-allowed':
    '系统不允许更改 {path}，尽管已是 root。可能受安全模块或不可变属性（“lsattr”）限制，请解除。',
  'run.failed.not-allowed.windows':
    'Windows 不允许更改 {path}，尽管正以管理员身份运行。可能有其他程序正在使用它，或受访问控制列表、“受控制的文件夹访问”或杀毒软件限制，请关闭或解除。',
  'run.failed.file-system.windows': '无法更改 {path}：Windows 返回 {code}。可能有其他程序正在使用它；磁盘错误可在事件查看器的系统日志中查看。',
  'run.failed.file-system': '无法更改 {path}：文件系统返回 {code}。原因见 “dmesg”。',
  'run.failed.registry':
    '无法读取或更改注册表项或值 {place}：{why}。该处未作任何更改。请用 regedit 确认管理员是否有权更改它。',
  'run.failed.not-ours':
    '无法将文件夹 {folder} 设为仅管理员可写（“{command}”），因此未在其中写入任何内容。请删除该文件夹，然后重新运行命令。',
  'run.failed.source-changed':
    '{file} 不是制定计划时的那个文件：SHA-256 不一致。未作任何替换。请用“gpu-guest plan”查看新的计划。',
  'run.failed.packages-locked':
    '{minutes} 分钟后软件包管理器仍被 {program}（进程 {pid}）占用。请查看它在做什么，并等待其结束。',
  'run.waiting-for-packages': '正在等待占用软件包管理器的 {program}（进程 {pid}），已等待 {seconds} 秒。',
  'run.failed.driver-replaced':
    'CUDA 安装改动了驱动：{first} 等共 {count} 处与之前不同。请用“gpu-guest undo”撤销，并只安装 toolkit。',
  'run.failed.no-effect': '步骤的操作均已执行且未报错，但虚拟机仍未达到要求的状态。尚待完成：{because}',
  'run.failed.waited': '已等待 {seconds} 秒，仍未达成：{because}',
  'run.failed.reboot-did-not-help':
    '客户机已为此步骤重启，但仍未完成：{because} 不会再次重启。请运行“gpu-guest diagnose”。',
  'run.reboot.refused': '“{command}”未成功，客户机没有重启。请自行重启，然后运行“gpu-guest resume”。',
  'run.reboot.now': '客户机即将重启，重启后运行会自动继续。',
  'run.reboot.needed':
    '目前已完成的部分到此为止，其余部分需要重启。请在方便时重启客户机：之后运行会自动继续（也可运行“gpu-guest resume”）。',
  'run.cancelled': '已在两项更改之间取消，已完成的更改保留。用“gpu-guest resume”继续，或用“gpu-guest undo”撤销。',
  'run.nothing-to-do': '客户机已符合配置文件的要求，未作任何更改。',
  'run.another-plan':
    '运行 {run} 开始时所用的计划不是 --expect 指定的计划。未作任何更改。用“gpu-guest runs”查看各次运行。',
  'run.plan-changed':
    '由于客户机或介质已变化，当前计划与确认过的计划不同。未作任何更改。请用“gpu-guest plan”查看新的计划。',
  'run.unfinished':
    '运行 {run} 尚未结束。开始新的运行之前，请用“gpu-guest resume”继续，或用“gpu-guest undo {run}”撤销。',
  'run.unknown': '此客户机上没有运行 {run}。用“gpu-guest runs”查看列表。',
  'run.unknown-step': '没有名为“{step}”的步骤。您是不是要找 {nearest}？',
  'run.needs-admin-windows':
    '更改客户机需要管理员权限。请以“以管理员身份运行”方式打开终端，在其中运行同一命令。',
  'run.needs-root': '更改客户机需要管理员权限。请用 sudo 运行同一命令。',
  'run.busy': '运行 {run} 自 {since} 起正在进行（进程 {pid}）。请等它结束；未作任何更改。',
  'run.busy-unknown': '另一个运行一再占用锁文件 {file}。请等它结束；未作任何更改。',
  'run.store-unreadable':
    '无法读取 {folder} 中以往运行的记录（{error}），因此不知道有什么可以继续或撤销。请以 root 身份重试。',
  'run.journal.malformed':
    '日志 {file} 的第 {line} 行无法读取：{why}。因此无法得知已做过什么。请从备份恢复该文件，或移走该次运行的文件夹。',
  'run.resume.nothing': '没有可继续的运行。用“gpu-guest plan”查看待办事项。',
  'run.resume.undoing': '运行 {run} 的撤销过程被中断。请用“gpu-guest undo {run}”完成撤销。',
  'run.resume.elsewhere':
    '运行 {run} 是在另一台机器上开始的：本机的{what}与之不同，说明本机可能是在构建机的运行结束之前克隆出来的。该运行不会在本机自动继续，未做任何更改。用“sudo gpu-guest undo {run}”撤销它留下的更改，或用“sudo gpu-guest resume --force”在本机继续。',
  'cli.option.force.resume': '即使运行是在另一台机器上开始的，也继续执行',
  'run.resume.elsewhere.id': '机器 ID（/etc/machine-id）',
  'run.resume.elsewhere.hardware': '硬件 UUID（DMI）',
  'run.resume.elsewhere.both': '{first}和{second}',
  'run.undo.step': '正在撤销：{title}',
  'run.undo.nothing': '没有可撤销的运行：没有任何运行留下仍然存在的更改。',
  'run.undo.already': '运行 {run} 没有可撤销的内容。',
  'run.undo.later-first': '运行 {later} 在运行 {run} 之后，并以其为基础。请先撤销 {later}：“gpu-guest undo {later}”。',
  'run.undo.cancelled': '已在两项更改之间取消，其余部分尚未撤销。用“gpu-guest undo”继续。',
  'run.undo.reboot-due': '在虚拟机重启之前，运行中的内核仍保留先前加载的内容。请在方便时重启。',
  'run.undo.reboot-now': '虚拟机现在重启，使运行中的内核也恢复原状。',
  'run.undo.remains': '更早的运行 {run}（{status}）的更改仍然存在。下一次 “gpu-guest undo” 会撤销它。',
  'run.undo.remain':
    '更早的运行 {run}（{status}）以及另外 {count} 次运行的更改仍然存在。“gpu-guest undo” 每次撤销一个，从最新的开始。',
  'run.two-sentences': '{first}{then}',
  'run.undo.packages-unknown':
    '无法列出已安装的软件包，因此无法恢复之前的软件包集合。请修复软件包管理器，然后再次运行“gpu-guest undo”。',
  'run.undo.version-stays':
    '以下软件包保持较新的版本，因为软件源中已没有之前的版本：{names}。如需恢复，请用软件包文件安装该版本。',
  'run.undo.others-need':
    '以下软件包是之后安装的，并依赖即将移除的内容：{names}。如果可以移除，请先移除它们，然后再次运行“gpu-guest undo”。',
  'run.waiting-for-orphan': '正在等待“{command}”：启动它的运行已被强制终止，但它仍在继续；已等待 {seconds} 秒。',
  'run.failed.orphan':
    '由已被强制终止的运行启动的“{command}”在 {minutes} 分钟后仍在运行。请等它结束，然后再次运行同一命令。',
};
