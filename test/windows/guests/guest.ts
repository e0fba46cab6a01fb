/** A Windows machine: its registry, and what its tools answer, written after Microsoft's documentation of each format, with ids of real cards. */
export type StandInAnswer = {
  /** What the command line holds. */
  readonly to: string;
  readonly exitCode?: number;
  readonly text: string;
  /** States that hold then, `!` in front of one that does not; see stand-in.c. */
  readonly when?: string;
  /** Lines of a batch file, by which it changes the machine. */
  readonly does?: readonly string[];
};

/** What changes the machine is stood in for as well, and changes nothing unless it is told how. */
export type StandIn = 'powershell' | 'pnputil' | 'nvidia-smi' | 'whoami' | 'icacls' | 'schtasks' | 'setx' | 'shutdown' | 'sc' | 'net';

export type WindowsGuest = {
  /** As a .reg file has it, without its first line. */
  readonly registry: string;
  /** What is left out is not installed. */
  readonly answers: Readonly<Partial<Record<StandIn, readonly StandInAnswer[]>>>;
  /** What programs answer that are not Windows's: on media, or brought by a setup, which copies C:\stand-in\stand-in.exe. */
  readonly others?: Readonly<Record<string, readonly StandInAnswer[]>>;
};

export const SYSTEM = 'Win32_ComputerSystem';
export const DISPLAYS = 'Win32_PnPEntity';

/** As Windows PowerShell 5.1 writes it: `&` as \u0026. */
export const json = (value: unknown): string => `${JSON.stringify(value).replaceAll('&', '\\u0026')}\r\n`;

export const hardwareIds = (
  ids: string,
  classId: string,
): Readonly<Record<'HardwareID' | 'CompatibleID', readonly string[]>> => ({
  HardwareID: [`PCI\\${ids}&REV_A1`, `PCI\\${ids}`, `PCI\\${ids.split('&SUBSYS')[0] ?? ''}&CC_${classId}`],
  CompatibleID: [`PCI\\${ids.split('&SUBSYS')[0] ?? ''}`, `PCI\\CC_${classId}`],
});
