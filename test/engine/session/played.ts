/** A session whose elevated program is played by the test. */
import { expect } from 'vitest';
import type { Profile } from '../../../src/domain/profile.ts';
import type { ElevatedEars, SessionPorts } from '../../../src/engine/session/ports.ts';
import { createSession } from '../../../src/engine/session/session.ts';
import { choices } from '../../contract/asking.ts';
import { portsHere } from './ports-here.ts';

export const here = { lang: 'en', machine: 'this' } as const;
export const RUN = '20261122-090000';
export const t = '2026-11-22T09:00:00.000Z';
export const line = (event: string, more: object = {}) => JSON.stringify({ t, run: RUN, step: null, event, ...more });

type Called = { readonly args: readonly string[]; readonly profile: Profile | null; readonly ears: ElevatedEars; stops: number };

export function played(given: Partial<SessionPorts> = {}) {
  const calls: Called[] = [];
  const ports = portsHere({
    elevation: async () => 'pkexec',
    elevate(args, profile, ears) {
      const called: Called = { args, profile, ears, stops: 0 };
      calls.push(called);
      return () => called.stops++;
    },
    ...given,
  });
  const api = createSession(ports);
  const started = async () => {
    const asked = api.startRun({ ...here, choices, digest: 'abc', reboot: 'never' });
    await expect.poll(() => calls.length).toBe(1);
    return { asked, child: calls[0]! };
  };
  return { api, calls, ports, started };
}
