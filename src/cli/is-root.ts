/** Windows has no user ids: there rights are asked of the system, by its own issue. */
export const isRoot = (): boolean => process.getuid?.() === 0;
