/** What the stand-ins for setup programs and the licensing service do to the machine, as lines of batch files. */
import type { StandInAnswer } from './guest.ts';

const LOGS = 'C:\\Users\\Public\\Documents\\NvidiaLogging';

export const become = (...states: readonly string[]): readonly string[] =>
  states.map((state) =>
    state.startsWith('!') ? `if exist C:\\stand-in\\state\\${state.slice(1)} del C:\\stand-in\\state\\${state.slice(1)}` : `echo x>C:\\stand-in\\state\\${state}`,
  );
export const value = (key: string, name: string, type: string, data: string): string =>
  `reg.exe add "${key}" /v ${name} /t ${type} /d "${data}" /f`;
export const gone = (key: string, name?: string): string => `reg.exe delete "${key}"${name === undefined ? '' : ` /v ${name}`} /f`;

/** What the container says when it starts; each with the states in which it says it. */
const SAID: readonly (readonly [when: string, log: string, becomes: readonly string[]])[] = [
  ['driver @token @feature', 'licensed', ['licensed']],
  ['driver @token', 'feature', ['!licensed']],
  ['driver', 'token', ['!licensed']],
];
const line = (text: string): string => `Sun Nov 22 12:00:00 2026:<1>:${text}\r\n`;
const LOG: Readonly<Record<string, string>> = {
  licensed: line('Acquiring license. (Info: dls.example.org; NVIDIA RTX Virtual Workstation)') + line('License acquired successfully. (Info: dls.example.org, NVIDIA RTX Virtual Workstation; Expiry: 2026-11-23 12:0:0 GMT)'),
  feature: line('Invalid feature type in the registry'),
  token: line('Unable to fetch the client configuration token file'),
};
export const logs: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LOG).map(([name, text]) => [name, line('vGPU Software package (0)') + line('NLS initialized') + text]),
);
export const starts = (to: string, more = '', does: readonly string[] = []): readonly StandInAnswer[] =>
  SAID.map(([when, log, states]) => ({
    to,
    when: `${more} ${when}`,
    does: [...does, ...become('running', ...states), `if not exist ${LOGS} mkdir ${LOGS}`, `type C:\\stand-in\\log-${log}>>${LOGS}\\Log.NVDisplay.Container.exe.log`],
    text: '',
  }));
