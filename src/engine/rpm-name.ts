import type { InstalledPackage } from '../domain/run-event.ts';

/** rpm: "name.arch" with version-release; in kernels several versions stand side by side, so the version is always named. */
export const nameAndVersion = ({ name, version }: InstalledPackage): string =>
  `${name.slice(0, name.lastIndexOf('.'))}-${version.replace(/^\(none\):|^0:/, '')}`;

export const rpmName = (one: InstalledPackage): string =>
  `${nameAndVersion(one)}.${one.name.slice(one.name.lastIndexOf('.') + 1)}`;

/** Keys that dnf and zypper take in with the first package that they check stand among the packages, and are none to them. */
export const isKey = ({ name }: InstalledPackage): boolean => name.startsWith('gpg-pubkey.');
