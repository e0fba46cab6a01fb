/** What a driver package for Windows says of the devices it serves. */

/** One hardware id of an INF. Ids are four lower-case hex digits; `subsystem`: device, then vendor, as `130f10de`; null: any board. */
export type InfDevice = {
  readonly deviceId: string;
  readonly subsystem: string | null;
  /** Null: the INF names none. */
  readonly arch: 'x86_64' | 'aarch64' | 'x86' | null;
  /** Lowest build of Windows that it is for; null: any. */
  readonly fromBuild: number | null;
};

export type WindowsPackage = {
  /** Null: it cannot be read here which devices it serves. */
  readonly devices: readonly InfDevice[] | null;
  /** File name of the INF, where it is known; `nvgridsw.inf`. */
  readonly inf: string | null;
};
