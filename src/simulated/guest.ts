/** A machine in memory: files, programs, a clock and a reboot. What is true of it lies in its files, as on a real guest. */
import type { Command, Output, Platform } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { createFiles, type Files } from './files.ts';
import { memoryRegistry, type MemoryRegistry } from './registry.ts';

export type Said = Partial<Output>;

/** A program of the simulated guest: reads and changes its files, and answers as the real one does. */
export type Program = (command: Command, guest: Guest) => Said | Promise<Said>;

export type Guest = {
  readonly platform: Platform;
  readonly files: Files;
  /** Empty where the guest is no Windows. */
  readonly registry: MemoryRegistry;
  /** Unix ms; moves on a little with every command, so that times of files and services differ. */
  readonly now: () => number;
  readonly wait: (ms: number) => void;
  /** By name, without folder. */
  readonly programs: Map<string, Program>;
  /** What happens between two boots, in order. */
  readonly onBoot: ((guest: Guest) => void)[];
  /** What the configured repository offers. */
  readonly offers: Map<string, SimulatedPackage>;
  /** Package files on the media, by path. */
  readonly packageFiles: Map<string, SimulatedPackage>;
  /** Self-extracting installers on the media, by path. */
  readonly installers: Map<string, Program>;
};

/** What a package brings beyond its entry in the package database. */
export type SimulatedPackage = {
  readonly name: string;
  readonly version: string;
  readonly depends?: readonly string[];
  readonly install?: (guest: Guest) => void;
  readonly remove?: (guest: Guest) => void;
};

export type Simulation = {
  readonly name: string;
  readonly title: Message;
  readonly story: Message;
  /** Where its media lie, if not where those of every guest do. */
  readonly media?: string;
  /** A fresh guest of this kind. */
  readonly build: () => Guest;
};

const START = Date.UTC(2026, 10, 22, 9, 0, 0);

export function createGuest(platform: Platform = 'linux'): Guest {
  let time = START;
  const now = () => time;
  return {
    platform,
    files: createFiles(now),
    registry: memoryRegistry(),
    now,
    wait: (ms) => {
      time += ms;
    },
    programs: new Map(),
    onBoot: [],
    offers: new Map(),
    packageFiles: new Map(),
    installers: new Map(),
  };
}

export const succeeded = (stdout = ''): Said => ({ stdout, exitCode: 0 });
export const failed = (stderr: string, exitCode = 1): Said => ({ stderr, exitCode });

/** The program's name without its folder, and on Windows without its ending. */
export const nameOf = (program: string): string => (/[^\\/]*$/.exec(program)?.[0] ?? program).replace(/\.exe$/i, '');
