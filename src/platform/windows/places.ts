/** Where Windows keeps its own programs, by what it tells every process of itself. */
import { win32 } from 'node:path';

type Environment = Readonly<Partial<Record<string, string>>>;

/** Absent in an environment that somebody has emptied: where Windows is, unless told otherwise. */
const rootIn = (env: Environment): string => env['SystemRoot'] ?? env['windir'] ?? 'C:\\Windows';

/**
 * A 32-bit process that asks for System32 gets SysWOW64, whose reg.exe and PowerShell show the 32-bit registry; Sysnative is the way out
 * (Microsoft Learn, "File System Redirector"). Only such a process has PROCESSOR_ARCHITEW6432.
 */
const systemFolder = (env: Environment): string =>
  win32.join(rootIn(env), env['PROCESSOR_ARCHITEW6432'] === undefined ? 'System32' : 'Sysnative');

/** Of a 32-bit process `ProgramFiles` is the folder with `(x86)` behind it. */
const programFiles = (env: Environment): string => env['ProgramW6432'] ?? env['ProgramFiles'] ?? 'C:\\Program Files';

/**
 * Where a program may lie, the likeliest first. Never the current folder nor the user's PATH: what is looked for there runs with
 * our rights. A name without an ending is that of an .exe; an absolute path is itself.
 */
export function placesOf(program: string, env: Environment): readonly string[] {
  const file = win32.extname(program) === '' ? `${program}.exe` : program;
  if (win32.isAbsolute(file)) return [file];
  const system = systemFolder(env);
  if (/^powershell\.exe$/i.test(file)) return [win32.join(system, 'WindowsPowerShell', 'v1.0', file)];
  const inSystem = win32.join(system, file);
  // Drivers before R440 or so put it there (NVIDIA, "nvidia-smi" on Windows); later ones into System32.
  return /^nvidia-smi\.exe$/i.test(file)
    ? [inSystem, win32.join(programFiles(env), 'NVIDIA Corporation', 'NVSMI', file)]
    : [inSystem];
}

/** What a program of Windows needs to start. PSModulePath is left out: PowerShell 7's makes Windows PowerShell fail, and a user may have set it. */
const KEPT = [
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ComSpec',
  'PATHEXT',
  'TEMP',
  'TMP',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramW6432',
  'CommonProgramFiles',
  'ALLUSERSPROFILE',
  'PUBLIC',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
] as const;

export function environmentFrom(env: Environment): Readonly<Record<string, string>> {
  const kept = KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  const system = systemFolder(env);
  return { ...Object.fromEntries(kept), PATH: [system, rootIn(env), win32.join(system, 'Wbem')].join(';') };
}

/** `%ProgramData%\gpu-guest`. */
export const windowsStateFolder = (env: Environment): string =>
  win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'gpu-guest');
