export type InstalledDriver = {
  readonly version: string;
  readonly kind: 'grid' | 'tesla' | 'geforce' | 'unknown';
  readonly origin: 'deb' | 'rpm' | 'runfile';
  readonly packages: readonly string[];
};
export type InstalledDrivers = readonly InstalledDriver[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const installedDrivers = defineProbe({
  key: 'installedDrivers',
  question: 'Which NVIDIA drivers are installed, and by which means?',
  observe: { linux: (): Promise<InstalledDrivers> => Promise.reject(notInSource('installed-drivers')) },
});
