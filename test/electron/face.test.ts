import { expect, test } from 'vitest';
import { faceOf, type Situation } from '../../resources/scripts/face.ts';
import { translator } from '../../src/words/translate.ts';

const desktop: Situation = { platform: 'linux', isRoot: false, env: { DISPLAY: ':0' }, electron: '/opt/electron' };

test.each<[string, Partial<Situation>, string, RegExp]>([
  ['Electron and a display are there', {}, 'window', /Electron and a display are here/],
  ['the display is Wayland’s', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'window', /Electron/],
  ['it is Windows, which has no such variable', { platform: 'win32', env: {} }, 'window', /Electron/],
  ['there is no display', { env: {} }, 'served', /browser: this session has no display/],
  ['the display is named and empty', { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } }, 'served', /no display/],
  ['Electron has not been fetched', { electron: null }, 'served', /npx install-electron/],
  ['it is root', { isRoot: true }, 'served', /not run as root/],
  // To fetch Electron would not help there.
  ['it is root, without Electron and display', { isRoot: true, env: {}, electron: null }, 'served', /^(?!.*install-electron)/],
  ['there is neither display nor Electron', { env: {}, electron: null }, 'served', /^(?!.*install-electron).*no display/],
])('npm start says in one line which face it shows where %s', async (_where, situation, kind, sentence) => {
  const face = faceOf({ ...desktop, ...situation });
  const told = (await translator('en'))(face.why);
  expect(face.kind).toBe(kind);
  expect(told).toMatch(sentence);
  expect(told).not.toContain('\n');
});
