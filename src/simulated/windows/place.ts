/** Where a path of a simulated Windows lies among its files. */

/** `C:\Windows\INF` → `/C:/Windows/INF`; `/mnt/nv`, without a drive, is meant on C. */
export const placeOf = (path: string): string => {
  const plain = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  return plain.startsWith('/') ? `/C:${plain}` : `/${plain}`;
};

/** The other way. */
export const pathOf = (place: string): string => place.slice(1).replaceAll('/', '\\');
