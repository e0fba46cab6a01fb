import { resolve, sep } from 'node:path';
import type { Profile } from '../domain/profile.ts';

/** Words (`auto`, `12.1`) and bare names of files in the media folder hold no separator. */
const place = (text: string): string => (text.includes('/') || text.includes(sep) ? resolve(text) : text);

/** A run goes on after a reboot, from another folder: what is relative is meant from here. */
export const absolutePlaces = ({ driver, license, cuda, ...profile }: Profile): Profile => ({
  ...profile,
  media: resolve(profile.media),
  driver: { ...driver, source: place(driver.source) },
  license: { ...license, token: place(license.token) },
  cuda: { ...cuda, toolkit: place(cuda.toolkit) },
});
