// A guest whose packages are rpms: Debian's programs below, and a database, repositories and a kernel that say Rocky Linux or SUSE.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cached, contents, fresh, workFile } from '../harness/cache.ts';
import { CARDS } from '../harness/card.ts';
import { Container } from '../harness/container.ts';
import { put } from '../harness/disk.ts';
import { MEDIA, tokenName } from '../harness/media.ts';
import { DRIVER, guest as debianGuest, kernelOf, modules } from '../harness/root.ts';
import { cudaRunfile } from '../harness/runfile.ts';
import { sh, shell } from '../harness/shell.ts';
import { TOKENS } from '../harness/token.ts';
import { buildRepository, buildRpm, fileOf, signingKey } from './build.ts';
import { dkmsRpm, rocky, suse, versionLockRpm, type Distribution } from './distributions.ts';
import { gridRpm } from './grid-rpm.ts';

const HERE = import.meta.dirname;
const CONTAINER = join(HERE, '../stand-in/container');
const PROGRAM = join(HERE, '../../../dist/gpu-guest.js');
const INCLUDE = 'systemd,systemd-sysv,dbus,udev,kmod,rpm,dnf,zypper,pciutils,openssl,createrepo-c,sudo,procps,cron,xz-utils,zstd,libstdc++6,ca-certificates';

/** dnf-plugins-core and zypper stand in each other's way, and DKMS is to come as an rpm: both are only unpacked. */
const debian = () => cached('debian-rpm', fresh(INCLUDE), dir => shell(['mmdebstrap', '--quiet', '--variant=minbase', `--include=${INCLUDE}`,
  '--customize-hook=mkdir "$1/parts"; cd "$1/parts"; APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get download -q dnf-plugins-core dkms; for deb in *.deb; do dpkg-deb -x $deb .; done',
  'bookworm', join(dir, 'root.tar')], { limitMs: 900_000 }));

const PLUGIN = 'usr/lib/python3/dist-packages/dnf-plugins/versionlock.py';
const CORE = 'usr/lib/python3/dist-packages/dnfpluginscore/__init__.py';

export type Name = 'rocky' | 'suse';

function described(name: Name, parts: string): Distribution {
  const part = (path: string) => readFileSync(join(parts, path));
  const dkms = dkmsRpm(part('usr/sbin/dkms'), part('etc/dkms/framework.conf'));
  return name === 'rocky' ? rocky(dkms, versionLockRpm(part(PLUGIN), part('etc/dnf/plugins/versionlock.conf'), part(CORE))) : suse(dkms);
}

const KEY = '/etc/pki/rpm-gpg/RPM-GPG-KEY-lab';

const DNF_CONF = '[main]\ngpgcheck=1\nlocalpkg_gpgcheck=1\ninstallonly_limit=3\nclean_requirements_on_remove=True\nbest=True\nskip_if_unavailable=False\n';

/** Debian's tools are there without Debian's database, so that they are what the guest's own are. */
function dress(root: string, { manager, osRelease, kernel, database, offered }: Distribution, key: string) {
  for (const path of ['var/lib/dpkg', 'var/lib/apt', 'usr/bin/apt-get', 'usr/bin/apt', 'usr/bin/apt-mark', 'usr/bin/dpkg', 'usr/bin/dpkg-query', 'etc/debian_version', 'etc/os-release', 'parts',
    manager === 'dnf' ? 'usr/bin/zypper' : 'usr/bin/dnf', 'usr/sbin/update-initramfs']) rmSync(join(root, path), { recursive: true, force: true });
  const write = (path: string, text: string) => { mkdirSync(join(root, path, '..'), { recursive: true }); writeFileSync(join(root, path), text); };
  write('etc/os-release', osRelease);
  if (database !== '/var/lib/rpm') { rmSync(join(root, 'var/lib/rpm'), { recursive: true, force: true }); symlinkSync('../../usr/lib/sysimage/rpm', join(root, 'var/lib/rpm')); }
  write('etc/rpm/macros', `%_dbpath ${database}\n`);
  mkdirSync(join(root, 'usr/src/kernels'), { recursive: true }); // Red Hat's package of folders has it
  write('etc/guest-kernel', `${kernel}\n`);
  write('etc/hostname', 'guest\n');
  write('etc/hosts', '127.0.0.1 localhost\n127.0.1.1 guest\n');
  write('etc/ld.so.conf.d/lib64.conf', '/usr/lib64\n');
  write('etc/modprobe.d/distribution.conf', '# the distribution\'s own\n');
  write(KEY, key);
  for (const name of Object.keys(offered)) {
    const repository = `[${name}]\nname=${name}\nbaseurl=file:///srv/${name}\nenabled=1\ngpgcheck=1\n`;
    if (manager === 'dnf') write(`etc/yum.repos.d/${name}.repo`, `${repository}repo_gpgcheck=0\ngpgkey=file://${KEY}\n`);
    else write(`etc/zypp/repos.d/${name}.repo`, `${repository}autorefresh=1\ntype=rpm-md\nrepo_gpgcheck=0\npkg_gpgcheck=1\nkeeppackages=0\n`);
  }
  if (manager === 'dnf') write('etc/dnf/dnf.conf', DNF_CONF);
  else write('etc/zypp/zypp.conf', '[main]\nmultiversion = provides:multiversion(kernel)\n');
}

async function putPrograms(root: string, libraries: string) {
  const lab = join(root, 'usr/local/lib/lab');
  mkdirSync(lab, { recursive: true });
  copyFileSync(process.execPath, join(root, 'usr/bin/node'));
  copyFileSync(join(libraries, 'guest-uname.so'), join(root, 'usr/local/lib/guest-uname.so'));
  copyFileSync(join(CONTAINER, 'start'), join(lab, 'start'));
  symlinkSync('/bin/kmod', join(lab, 'modprobe'));
  rmSync(join(root, 'usr/sbin/modprobe'));
  copyFileSync(join(CONTAINER, 'modprobe'), join(root, 'usr/sbin/modprobe'));
  for (const file of [join(lab, 'start'), join(root, 'usr/sbin/modprobe')]) chmodSync(file, 0o755);
  await sh(`rm -f ${root}/etc/resolv.conf ${root}/etc/machine-id; : > ${root}/etc/machine-id
    chroot ${root} systemctl -q mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_reap.service fstrim.timer man-db.timer`);
}

async function fill(root: string, distribution: Distribution, keyHome: string) {
  const { installed, offered, kernel, manager } = distribution;
  for (const [name, rpms] of Object.entries(offered)) await buildRepository(join(root, 'srv', name), rpms, keyHome);
  const base = join(root, 'srv/base');
  mkdirSync(base);
  for (const rpm of installed) await buildRpm(base, rpm);
  await buildRpm(join(root, 'srv'), WANTS_GCC);
  // Debian's rpm warns that it is not Debian's way; SUSE comes with its keys, Rocky takes them in at the first installation.
  await sh(`chroot ${root} rpm -i --nodeps --force-debian ${installed.map(rpm => `/srv/base/${fileOf(rpm)}`).join(' ')}
    ${manager === 'zypper' ? `chroot ${root} rpm --import ${KEY}` : ':'}
    rm -r ${base}; chroot ${root} depmod ${kernel}; chroot ${root} dracut --force --regenerate-all; chroot ${root} ldconfig`);
}

/** What somebody installs after a run, and needs what the run has brought. */
const WANTS_GCC = { name: 'wants-gcc', version: '1', release: '1', arch: 'noarch', requires: ['gcc'] } as const;

const inputs = () => [contents(HERE), contents(CONTAINER), contents(join(HERE, '../stand-in/grid')), process.version];

/** A folder with `root`, and `media` beside it. */
export const prepared = async (name: Name): Promise<string> => {
  const tar = join(await debian(), 'root.tar');
  const libraries = await modules(kernelOf(join(await debianGuest('cloud'), 'root')), DRIVER);
  return cached(`rpm-${name}`, fresh(...inputs()), async dir => {
    const root = join(dir, 'root');
    await sh(`mkdir ${root}; tar -xf ${tar} --numeric-owner -C ${root}; cp -r ${root}/parts ${dir}/parts`, { limitMs: 180_000 });
    const distribution = described(name, join(dir, 'parts'));
    const keyHome = mkdtempSync(join(tmpdir(), 'lab-key-')); // gpg's agent listens there: the path must be short
    dress(root, distribution, await signingKey(keyHome));
    await putPrograms(root, libraries);
    await fill(root, distribution, keyHome);
    rmSync(keyHome, { recursive: true });
    await buildRpm(join(dir, 'media'), await gridRpm(distribution.kernel, libraries));
  });
};

/** The guest, started, with the program, the media and the card. Its disk is gone afterwards. */
export async function withRpmGuest(name: Name, use: (guest: Container) => Promise<void>) {
  const from = await prepared(name);
  const root = workFile(`rpm-${name}`);
  await sh(`rm -rf ${root}; cp -a --reflink=auto ${from}/root ${root}; mkdir -p ${root}${MEDIA}; cp ${from}/media/*.rpm ${root}${MEDIA}/`, { limitMs: 120_000 });
  const cuda = await cudaRunfile();
  put(root, `${MEDIA}/${basename(cuda)}`, cuda);
  writeFileSync(join(root, MEDIA, tokenName()), await TOKENS.valid());
  put(root, '/usr/local/bin/gpu-guest', PROGRAM);
  const guest = new Container(root, { card: CARDS['p40-8q'] });
  try {
    await guest.started();
    await guest.run('/usr/local/lib/lab/start');
    await use(guest);
  } finally {
    await guest.stop();
    rmSync(root, { recursive: true, force: true });
  }
}
