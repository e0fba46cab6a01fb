declare const PROGRAM_VERSION: string | undefined;

/** Put in by the build; unbuilt code has none. */
export const programVersion: string = typeof PROGRAM_VERSION === 'string' ? PROGRAM_VERSION : '0.0.0';
