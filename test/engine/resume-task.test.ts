import { describe, expect, it } from 'vitest';
import { createResumeTask, resumeTaskFiles } from '../../src/engine/resume-task.ts';

const FOLDER = 'C:\\ProgramData\\gpu-guest';
const copy = { node: 'C:\\Program Files\\R&D 用户\\node.exe', program: `${FOLDER}\\program\\gpu-guest.js`, actions: [] };

describe('the task that goes on after the reboot', () => {
  const [file] = resumeTaskFiles(copy, FOLDER);
  const text = file?.kind === 'write-file' ? file.content : '';

  it('starts this program as the system at the next boot, without a time limit', () => {
    expect(text).toContain('<BootTrigger>');
    expect(text).toContain('<UserId>S-1-5-18</UserId>');
    expect(text).toContain('<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>');
    expect(text).toContain('gpu-guest.js&#x22; resume --yes</Arguments>');
  });

  it('is ASCII without a line that names an encoding, as schtasks reads files in the code page of the machine', () => {
    expect(text).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(text).toContain('<Command>&#x22;C:\\Program Files\\R&#x26;D &#x7528;&#x6237;\\node.exe&#x22;</Command>');
    expect(text).not.toContain('<?xml');
  });

  it('goes with the undo', () => {
    expect(createResumeTask(FOLDER)).toMatchObject({
      command: ['schtasks.exe', '/create', '/tn', 'gpu-guest-resume', '/xml', `${FOLDER}\\resume-task.xml`, '/f'],
      undo: { command: ['schtasks.exe', '/delete', '/tn', 'gpu-guest-resume', '/f'] },
    });
  });
});
