/** As the unit on Linux, a task of Windows's scheduler: goes on with the run after the next boot, as the system, and is taken away by the run itself. */
import { run, undoBy, writeFile } from '../domain/act.ts';
import type { Action } from '../domain/action.ts';
import type { OwnCopy } from './own-copy.ts';

const TASK = 'gpu-guest-resume';
const MINUTE = 60_000;

/** In ASCII: schtasks reads a file without a mark in the code page of the machine, and one with an encoding in its first line not at all. */
const xml = (text: string): string =>
  text.replaceAll(/[&<>"]|[^ -~]/gu, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);

/** A path of Windows holds no double quotes. */
const quoted = (path: string): string => xml(`"${path}"`);

/** Without a time limit; services start in the first half minute (Microsoft Learn, "Task Scheduler Schema Elements"). S-1-5-18: the system. */
const taskText = ({ node, program }: OwnCopy): string =>
  [
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo><Description>GPU Guest Assistant goes on after the reboot</Description></RegistrationInfo>',
    '  <Triggers><BootTrigger><Enabled>true</Enabled><Delay>PT30S</Delay></BootTrigger></Triggers>',
    '  <Principals><Principal id="Author"><UserId>S-1-5-18</UserId><RunLevel>HighestAvailable</RunLevel></Principal></Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <AllowHardTerminate>false</AllowHardTerminate>',
    '    <StartWhenAvailable>true</StartWhenAvailable>',
    '    <Enabled>true</Enabled>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '  </Settings>',
    `  <Actions Context="Author"><Exec><Command>${quoted(node)}</Command><Arguments>${quoted(program)} resume --yes</Arguments></Exec></Actions>`,
    '</Task>',
    '',
  ].join('\r\n');

const fileIn = (stateFolder: string): string => `${stateFolder}\\resume-task.xml`;

export const resumeTaskFiles = (copy: OwnCopy, stateFolder: string): readonly Action[] => [
  ...copy.actions,
  writeFile(fileIn(stateFolder), taskText(copy)),
];

export const createResumeTask = (stateFolder: string): Action =>
  run(['schtasks.exe', '/create', '/tn', TASK, '/xml', fileIn(stateFolder), '/f'], {
    undo: undoBy(['schtasks.exe', '/delete', '/tn', TASK, '/f']),
    timeoutMs: MINUTE,
  });
