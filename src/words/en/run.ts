import { ready } from './ready.ts';

export const run = {
  ...ready,
  'run.failed.exit': '“{command}” ended with exit code {code}. Its last lines show the reason.',
  'run.failed.timeout':
    '“{command}” did not end within {minutes} minutes and was stopped. Its last lines show how far it came.',
  'run.failed.not-found': 'The program “{program}” is not installed, so the step cannot go on. Install it.',
  'run.failed.denied':
    'The program “{program}” may not be run here, although we are root. See whether its file is executable and its mount is not noexec.',
  'run.failed.killed':
    '“{command}” was ended from outside by {signal}; where that is SIGKILL, the guest may have run out of memory (see “dmesg”).',
  'run.failed.disk-full': 'The file system of {path} is full, so the run stopped before this change. Free some space.',
  'run.failed.read-only':
    'The file system of {path} is read-only, so it cannot be changed. Remount it for writing; an error of the disk may have made it so (see “dmesg”).',
  'run.failed.not-allowed':
    'The system does not let us change {path}, although we are root. A security module or the immutable attribute (“lsattr”) may forbid it; lift that.',
  'run.failed.not-allowed.windows':
    'Windows does not let us change {path}, although this runs as an administrator. Another program may hold it open, or an access list, “Controlled folder access” or a virus scanner may forbid it; close or lift that.',
  'run.failed.file-system.windows': '{path} could not be changed: Windows answered {code}. A program may hold it open; the system log of the Event Viewer names errors of the disk.',
  'run.failed.file-system': '{path} could not be changed: the file system answered {code}. See “dmesg” for the reason.',
  'run.failed.registry':
    'The registry value or key {place} could not be read or changed: {why}. Nothing was changed there. See whether an administrator may change it with regedit.',
  'run.failed.not-ours':
    'The folder {folder} could not be closed to others (“{command}”), so nothing was written there. Remove the folder, then run the command again.',
  'run.failed.source-changed':
    '{file} is not the file that the plan was made with: its SHA-256 is another. Nothing was put in its place. See the new plan with “gpu-guest plan”.',
  'run.failed.packages-locked':
    'The package manager is still in use by {program} (process {pid}) after {minutes} minutes. See what it does, and wait until it ends.',
  'run.waiting-for-packages':
    'Waiting for {program} (process {pid}), which holds the package manager; {seconds} s so far.',
  'run.failed.driver-replaced':
    'The CUDA installation has touched the driver: {first} and {count} parts in all are not as they were. Take it back with “gpu-guest undo”, and install the toolkit alone.',
  'run.failed.no-effect':
    'What the step does was done without an error, and yet the guest is not as it should be. Still to do: {because}',
  'run.failed.waited': '{seconds} s were waited, and it is not reached: {because}',
  'run.failed.reboot-did-not-help':
    'The guest has been rebooted for this step, and it still is not done: {because} It is not rebooted again. See “gpu-guest diagnose”.',
  'run.reboot.refused':
    '“{command}” did not work, so the guest is not rebooting. Reboot it yourself, then run “gpu-guest resume”.',
  'run.reboot.now': 'The guest reboots now; the run goes on by itself afterwards.',
  'run.reboot.needed':
    'Done so far; the rest needs a reboot. Reboot the guest when it suits: the run goes on by itself afterwards (or by “gpu-guest resume”).',
  'run.cancelled':
    'Cancelled between two changes; what was done stays. Go on with “gpu-guest resume”, or take it back with “gpu-guest undo”.',
  'run.nothing-to-do': 'The guest is as the profile wants it. Nothing was changed.',
  'run.another-plan':
    'Run {run} was begun with another plan than the one that --expect names. Nothing was done. “gpu-guest runs” lists the runs.',
  'run.plan-changed':
    'The plan is no longer the one that was agreed to, because the guest or the media have changed. Nothing was done. See the new plan with “gpu-guest plan”.',
  'run.unfinished':
    'Run {run} has not come to its end. Go on with “gpu-guest resume”, or take it back with “gpu-guest undo {run}”, before another run begins.',
  'run.unknown': 'There is no run {run} on this guest. “gpu-guest runs” lists them.',
  'run.unknown-step': 'There is no step “{step}”. Did you mean {nearest}?',
  'run.needs-admin-windows':
    'Changing the guest needs administrator rights. Open a terminal with “Run as administrator” and run the same command there.',
  'run.needs-root': 'Changing the guest needs administrator rights. Run the same command with sudo.',
  'run.busy': 'Run {run} is at work here since {since} (process {pid}). Wait until it ends; nothing was changed.',
  'run.busy-unknown': 'Another run took the lock {file} again and again. Wait until it ends; nothing was changed.',
  'run.store-unreadable':
    'What past runs have done cannot be read in {folder} ({error}), so it is not known what there is to go on with or to take back. Try it as root.',
  'run.journal.malformed':
    'The journal {file} cannot be read at line {line}: {why}. So it is not known what was done. Put back the file from a backup, or move the folder of that run away.',
  'run.resume.nothing': 'There is no run to go on with. “gpu-guest plan” shows what is to be done.',
  'run.resume.undoing': 'Run {run} is being taken back, and that was cut off. Finish it with “gpu-guest undo {run}”.',
  'run.resume.elsewhere':
    'Run {run} was begun on another machine: this one has another {what}, as a clone has that was made of a builder before its run had ended. Here it does not go on by itself, and nothing was changed. Take back what it has left with “sudo gpu-guest undo {run}”, or go on with it on this machine with “sudo gpu-guest resume --force”.',
  'cli.option.force.resume': 'go on although the run was begun on another machine',
  'run.resume.elsewhere.id': 'machine id (/etc/machine-id)',
  'run.resume.elsewhere.hardware': 'hardware UUID (DMI)',
  'run.resume.elsewhere.both': '{first} and another {second}',
  'run.undo.step': 'Taking back: {title}',
  'run.undo.nothing': 'There is no run to take back: none has changed anything that still stands.',
  'run.undo.already': 'Run {run} has nothing left to take back.',
  'run.undo.later-first':
    'Run {later} came after run {run} and stands on it. Take back {later} first: “gpu-guest undo {later}”.',
  'run.undo.cancelled':
    'Cancelled between two changes; the rest is still to be taken back. Go on with “gpu-guest undo”.',
  'run.undo.reboot-due':
    'Until the guest is rebooted, the running kernel still has what was loaded before. Reboot it when it suits.',
  'run.undo.reboot-now': 'The guest reboots now, so that the running kernel is as before, too.',
  'run.undo.remains': 'Run {run} ({status}), made before it, still stands. “gpu-guest undo” takes that back next.',
  'run.undo.remain':
    'Run {run} ({status}) and {count} more before it still stand. “gpu-guest undo” takes them back, one at a time, newest first.',
  'run.two-sentences': '{first} {then}',
  'run.undo.packages-unknown':
    'The installed packages cannot be listed, so the package set of before cannot be brought back. Mend the package manager, then run “gpu-guest undo” again.',
  'run.undo.version-stays':
    'These packages stay in their newer version, as the repositories no longer have the one of before: {names}. To have it back, install that version from a package file.',
  'run.undo.others-need':
    'These packages were installed since and need what is to be removed: {names}. Remove them first if they may go, then run “gpu-guest undo” again.',
  'run.waiting-for-orphan':
    'Waiting for “{command}”, which goes on although the run that started it was killed; {seconds} s so far.',
  'run.failed.orphan':
    '“{command}”, started by a run that was killed, is still at work after {minutes} minutes. Wait until it ends, then run the same command again.',
} as const;
