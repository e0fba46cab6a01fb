// The whole way on guests whose packages are rpms: repositories, database and package managers are real, what the packages hold is made up.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences, type Tree } from './harness/file-tree.ts';
import type { Container } from './harness/container.ts';
import { MEDIA } from './harness/media.ts';
import { changed, gpuGuest, told } from './harness/program.ts';
import { shell } from './harness/shell.ts';
import { withRpmGuest } from './rpm/guest.ts';
import { withRpmTools } from './rpm/needs.ts';
import { everything } from './rpm/whole-guest.ts';

const GIVEN = `--media ${MEDIA}`;

const packagesIn = (tree: Tree) => [...tree.keys()].filter(key => key.startsWith('package ')).map(key => key.slice('package '.length));

type Plan = { steps: { id: string; state: string; reason: string; commands: string[][] }[] };
const planned = async (guest: Container) => (await gpuGuest(guest, `plan ${GIVEN}`)).json as unknown as Plan;
const stepOf = ({ steps }: Plan, id: string) => steps.find(step => step.id === id)!;

const REACHED = ['packages.prerequisites', 'nouveau.disable', 'driver.install', 'driver.load', 'license.configure', 'license.token', 'cuda.install', 'path.configure', 'driver.hold'];

async function wholeWay(guest: Container, held: string) {
  const before = await everything(guest);
  const media = await gpuGuest(guest, `media ${MEDIA}`);
  expect(media.json.items.find(({ what }) => what === 'driver'), told(media)).toMatchObject({ flavour: 'grid', fits: true });
  expect((await planned(guest)).steps.filter(({ state }) => state === 'blocked')).toEqual([]);

  const applied = await gpuGuest(guest, `apply --yes --reboot never ${GIVEN}`);
  expect(applied.status, told(applied)).toBe(0);
  expect(changed(applied)).toEqual(expect.arrayContaining(REACHED));
  const detected = await gpuGuest(guest, `detect ${GIVEN}`);
  expect(detected.json.driver.installed).toMatchObject({ version: '525.105.17', kind: 'grid', origin: 'rpm' });
  const after = packagesIn(await everything(guest));
  expect(after).toContain('elfutils-libelf-0.190-1.el9.x86_64');
  expect(after.filter(name => name.startsWith('nothing-that-is-needed'))).toEqual([]);
  expect((await guest.run(held)).stdout).toContain('nvidia-linux-grid-525');

  const again = await gpuGuest(guest, `apply --yes --reboot never ${GIVEN}`);
  expect([again.status, changed(again)], told(again)).toEqual([0, []]);

  await guest.run('rpm -i --nodeps --force-debian /srv/wants-gcc-1-1.noarch.rpm');
  const refused = await gpuGuest(guest, 'undo --yes');
  expect([refused.status, refused.stderr + JSON.stringify(refused.json)], told(refused)).toEqual([3, expect.stringContaining('wants-gcc')]);
  await guest.run('rpm -e wants-gcc');

  const undone = await gpuGuest(guest, 'undo --yes');
  expect(undone.status, told(undone)).toBe(0);
  expect(differences(before, await everything(guest))).toEqual([]);
}

/** A list of somebody's own is to come back with every comment. */
const OWN_LOCKS = '\\n# ours\\ntype: package\\nmatch_type: glob\\ncase_sensitive: on\\nsolvable_name: kernel-default\\n';

withRpmTools('guests of rpm packages', () => {
  test('Rocky Linux 9 by dnf: applied, applied again, undone to the last byte', async () => {
    await withRpmGuest('rocky', async guest => {
      await wholeWay(guest, 'cat /etc/dnf/plugins/versionlock.list');
    });
  });

  test('SUSE 15 by zypper: the same', async () => {
    await withRpmGuest('suse', async guest => {
      await guest.run(`printf '${OWN_LOCKS}' > /etc/zypp/locks`);
      await wholeWay(guest, 'cat /etc/zypp/locks');
    });
  });

  test('Rocky without EPEL, without the version lock, without the headers of its kernel: each is said beforehand', async () => {
    await withRpmGuest('rocky', async guest => {
      const without = async (what: string) => {
        await guest.run(`rm -r ${what}`);
        await shell(['createrepo_c', '--quiet', join(guest.root, 'srv/baseos')]);
        await guest.run('dnf -q clean all; dnf -q makecache');
        return planned(guest);
      };
      await guest.run('dnf -q makecache');
      const packages = 'packages.prerequisites';
      expect(stepOf(await planned(guest), packages).commands.at(-1)).toEqual(expect.arrayContaining(['dkms', 'kernel-devel-5.14.0-427.13.1.el9_4.x86_64']));

      const noLock = stepOf(await without('/srv/baseos/python3-dnf-plugin-versionlock-*'), 'driver.hold');
      expect(noLock).toMatchObject({ state: 'done', commands: [], reason: expect.stringContaining('excludepkgs=nvidia-linux-grid-525') });
      const noEpel = stepOf(await without('/etc/yum.repos.d/epel.repo'), packages);
      expect(noEpel).toMatchObject({ state: 'blocked', reason: expect.stringContaining('EPEL') });
      const noHeaders = stepOf(await without('/srv/baseos/kernel-devel-5.14.0-427.13.1.*'), packages);
      expect(noHeaders).toMatchObject({ state: 'blocked', reason: expect.stringContaining('kernel 5.14.0-427.13.1.el9_4.x86_64') });
    });
  });
});
