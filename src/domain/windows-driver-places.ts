/** Where steps for drivers leave things on a Windows guest. No blanks: cmd.exe makes the folders. */
const STATE = 'C:\\ProgramData\\gpu-guest';

/** Copies of drivers that others took the place of. */
export const KEPT_DRIVERS = `${STATE}\\kept-drivers`;
/** Packages that lie inside a zip are copied here. */
export const MEDIA_COPIES = `${STATE}\\media`;
/** What NVIDIA's setup has written. */
export const DRIVER_LOGS = `${STATE}\\setup-logs`;
