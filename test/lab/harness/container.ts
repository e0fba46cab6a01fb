// The same disk at the machine's own speed: its systemd boots in a container, which shares the machine's kernel but is
// told the guest's. For what compiles and downloads, and for what is repeated often.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LAB } from './cache.ts';
import { pciTree, type Card } from './card.ts';
import { hold } from './lock.ts';
import { quoted, shell, tail, type Options, type Result } from './shell.ts';

/** The status with which systemd-nspawn asks to be started again (systemd-nspawn(1), --keep-unit). */
const REBOOTED = 133;

export type ContainerOptions = {
  card?: Card;
  /** The modules that the guest's kernel has loaded, as far as they matter. */
  loaded?: readonly string[];
  /** It has a network of its own, with nobody else in it. */
  offline?: boolean;
  /** Options of systemd-nspawn besides. */
  allowed?: readonly string[];
};

export class Container {
  readonly root: string;
  readonly #options: ContainerOptions;
  #sys = '';
  #process: ChildProcess | undefined;
  #release: (() => void) | undefined;
  #log = '';
  #leader = '';

  constructor(root: string, options: ContainerOptions) {
    this.root = root;
    this.#options = options;
    writeFileSync(join(root, 'etc/ld.so.preload'), '/usr/local/lib/guest-uname.so\n');
  }

  /** What the container sees in /sys of a machine that has just been switched on. */
  #devices(): readonly (readonly [inside: string, outside: string])[] {
    const { card, loaded } = this.#options;
    if (this.#sys !== '') rmSync(this.#sys, { recursive: true });
    this.#sys = mkdtempSync(join(tmpdir(), 'lab-sys-'));
    const bound: [string, string][] = [];
    if (card) {
      pciTree(join(this.#sys, 'pci'), card);
      bound.push(['/sys/bus/pci', join(this.#sys, 'pci')]);
    }
    if (loaded) {
      mkdirSync(join(this.#sys, 'module'));
      for (const module of loaded) mkdirSync(join(this.#sys, 'module', module));
      bound.push(['/sys/module', join(this.#sys, 'module')]);
    }
    return bound;
  }

  #start(): ChildProcess {
    // Not by nspawn's own --private-network: with that it mounts a /sys over the made-up devices.
    const alone = this.#options.offline ? ['unshare', '--net', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh'] : [];
    const [program, ...args] = [...alone, 'systemd-nspawn', '-q', '--register=no', '--keep-unit', '--resolv-conf=bind-host', ...this.#options.allowed ?? [], '-b', '-D', this.root,
      ...this.#devices().map(([inside, outside]) => `--bind=${outside}:${inside}`)];
    const process = spawn(program!, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    for (const stream of [process.stdout, process.stderr]) stream.on('data', (text: Buffer) => { this.#log += text.toString(); });
    return process;
  }

  /** Up and running. Without machined containers share their control groups, so one waits until the other has ended. */
  async started(limitMs = 240_000): Promise<this> {
    this.#release = await hold(join(LAB, 'locks', 'container'));
    this.#process = this.#start();
    return this.#until(/^(running|degraded)/, limitMs);
  }

  async #until(state: RegExp, limitMs: number): Promise<this> {
    const child = this.#process!;
    const end = Date.now() + limitMs;
    while (Date.now() < end) {
      await wait(100);
      if (child.exitCode !== null) break;
      // The container's own init, as a process of this machine.
      this.#leader = readFileSync(`/proc/${String(child.pid)}/task/${String(child.pid)}/children`, 'utf8').trim().split(' ')[0] ?? '';
      if (!this.#leader) continue;
      const { stdout } = await this.run('systemctl is-system-running', { anyStatus: true });
      if (state.test(stdout)) return this.#tellKernel();
    }
    throw new Error(`the container did not start within ${limitMs / 1000} s:\n${tail(this.#log)}`);
  }

  /** Waits until the guest has been rebooted from within, and lets it boot; its services may still be starting. */
  async rebooted(limitMs = 120_000): Promise<this> {
    const child = this.#process!;
    const end = Date.now() + limitMs;
    while (child.exitCode === null && Date.now() < end) await wait(100);
    if (child.exitCode !== REBOOTED) throw new Error(`the container was not rebooted (${String(child.exitCode)}):\n${tail(this.#log)}`);
    this.#process = this.#start();
    return this.#until(/^(starting|running|degraded)/, limitMs);
  }

  /** What reads /proc learns of the guest's kernel too, and of the compiler that compiled it. */
  async #tellKernel(): Promise<this> {
    const release = readFileSync(join(this.root, 'etc/guest-kernel'), 'utf8').trim();
    const config = join(this.root, `boot/config-${release}`);
    const compiler = existsSync(config) ? /^CONFIG_CC_VERSION_TEXT="(.*)"$/m.exec(readFileSync(config, 'utf8'))?.[1] ?? '' : '';
    await this.run(`
      [ ! -e /run/lab-osrelease ] || exit 0
      echo ${quoted(release)} > /run/lab-osrelease
      echo ${quoted(`Linux version ${release} (debian-kernel@lists.debian.org) (${compiler}) #1 SMP PREEMPT_DYNAMIC Debian`)} > /run/lab-version
      mount --bind /run/lab-osrelease /proc/sys/kernel/osrelease && mount --bind /run/lab-version /proc/version`);
    return this;
  }

  /** What runs a script as root, in the environment of a login. */
  inside(script: string): [string, ...string[]] {
    return ['nsenter', '-t', this.#leader, '-m', '-u', '-i', '-n', '-p', '-r', '-w',
      'env', '-i', 'HOME=/root', 'LANG=C.UTF-8', 'TERM=dumb', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'sh', '-c', script];
  }

  run(script: string, options: Options = {}): Promise<Result> {
    return shell(this.inside(script), { limitMs: 600_000, ...options });
  }

  /** Waits until the guest has switched itself off. */
  async ended(limitMs = 120_000) {
    const end = Date.now() + limitMs;
    while (this.#process?.exitCode === null && Date.now() < end) await wait(100);
    if (this.#process?.exitCode === null) throw new Error(`the container is still on after ${limitMs / 1000} s:\n${tail(this.#log)}`);
  }

  async stop(limitMs = 120_000) {
    const child = this.#process;
    if (child) {
      await this.run('systemctl --no-block poweroff', { anyStatus: true });
      const end = Date.now() + limitMs;
      while (child.exitCode === null && child.signalCode === null && Date.now() < end) await wait(100);
      if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
    }
    this.#release?.();
    rmSync(join(this.root, 'etc/ld.so.preload'), { force: true });
    rmSync(this.#sys, { recursive: true, force: true });
  }
}

/** Boots the root, uses it, and shuts it down again, whatever happens. */
export async function inContainer<T>(root: string, options: ContainerOptions, use: (guest: Container) => Promise<T>): Promise<T> {
  const guest = new Container(root, options);
  try {
    return await use(await guest.started());
  } finally {
    await guest.stop();
  }
}
