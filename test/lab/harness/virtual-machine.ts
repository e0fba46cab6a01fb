// A guest in QEMU, by software emulation alone: it boots what lies on its disk, runs scripts, reboots by itself in the
// same process, and loses its power when told.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { say, workFile } from './cache.ts';
import type { Disk } from './disk.ts';
import { writeMemory } from './qmp.ts';
import { tail, type Result } from './shell.ts';

export type MachineOptions = {
  memoryMiB?: number; cpu?: string; limitMs?: number;
  /** Two machines of one processor each do more in the same time than one of two. */
  cpus?: number;
  /** Goes on from memory written by `freeze`, with a disk as it was then. */
  memory?: string;
  /** Further disks, as raw images: what a cloud gives its guest at the first boot. */
  disks?: readonly string[];
};
type Reply = { id: string; status: number; output: string };

let machines = 0;

export class VirtualMachine {
  /** How often this process has brought the guest up: 1 after the start, one more after each reboot. */
  boots = 0;
  readonly #process: ChildProcess;
  readonly #console: string;
  readonly #control: string;
  readonly #ended: Promise<void>;
  #socket: Socket | undefined;
  #running = true;
  #count = 0;
  #waiting: ((reply: Reply) => void)[] = [];

  constructor(disk: Disk, { memoryMiB = 2304, cpu = 'Nehalem', cpus = 1, memory, disks = [] }: MachineOptions = {}) {
    const name = workFile(`vm-${++machines}`);
    const port = `${name}.port`;
    this.#console = `${name}.console`;
    this.#control = `${name}.control`;
    this.#process = spawn('setpriv', ['--pdeathsig', 'KILL', 'qemu-system-x86_64', // it must not outlive its harness
      // A newer processor's vector instructions cost more to emulate than they save: 'max' takes twice the time.
      '-machine', 'q35', '-cpu', cpu, '-smp', String(cpus), '-m', String(memoryMiB), '-display', 'none', '-monitor', 'none',
      '-serial', `file:${this.#console}`,
      // The host's page cache outlives the QEMU process, so a cut loses what the guest had not written, and no more.
      '-drive', `file=${disk.file},if=virtio,format=${disk.format},cache=unsafe`,
      ...disks.flatMap(file => ['-drive', `file=${file},if=virtio,format=raw,readonly=on`]),
      '-nic', 'user,model=virtio-net-pci',
      '-device', 'virtio-serial-pci', '-chardev', `socket,id=lab,path=${port},server=on,wait=off`,
      '-device', 'virtserialport,chardev=lab,name=lab',
      '-qmp', `unix:${this.#control},server=on,wait=off`,
      ...(memory ? ['-incoming', `exec:cat '${memory}'`] : []),
    ], { stdio: ['ignore', 'ignore', 'inherit'] });
    this.#ended = new Promise(done => this.#process.on('exit', () => { this.#running = false; done(); }));
    void this.#connect(port);
    void this.#ended.then(() => { for (const file of [port, this.#control]) rmSync(file, { force: true }); });
  }

  get running() { return this.#running; }

  consoleTail(lines = 25) { return existsSync(this.#console) ? tail(readFileSync(this.#console, 'latin1'), lines) : '(no console yet)'; }

  async #connect(port: string) {
    while (this.#running && !existsSync(port)) await wait(50);
    if (!this.#running) return;
    const socket = createConnection(port);
    // On a busy machine the socket is there before QEMU listens on it: a refusal is no end.
    socket.on('error', () => { if (this.#socket === undefined) setTimeout(() => void this.#connect(port), 100); });
    socket.on('connect', () => { this.#socket = socket; });
    createInterface({ input: socket }).on('error', () => undefined).on('line', line => { this.#receive(line); });
  }

  #receive(line: string) {
    const [id = '', status = '1', body = ''] = line.split(' ');
    if (id === 'up') this.boots++;
    const reply = { id, status: Number(status), output: id === 'up' ? body : Buffer.from(body, 'base64').toString() };
    for (const listener of [...this.#waiting]) listener(reply);
  }

  /** Until the guest is up for the nth time. */
  async up(nth = 1, limitMs = 400_000): Promise<this> {
    await this.#until(() => this.boots >= nth, limitMs, `boot ${nth}`);
    return this;
  }

  async #until(done: () => boolean, limitMs: number, what: string) {
    const end = Date.now() + limitMs;
    while (!done()) {
      if (!this.#running) throw new Error(`the virtual machine ended before ${what}:\n${this.consoleTail()}`);
      if (Date.now() > end) throw new Error(`no ${what} within ${limitMs / 1000} s; the console said:\n${this.consoleTail()}`);
      await wait(100);
    }
  }

  /** Runs a script as root; its whole output is stdout, stderr included. */
  async run(script: string, { limitMs = 400_000, anyStatus = false } = {}): Promise<Result> {
    const id = `s${++this.#count}`;
    let reply: Reply | undefined;
    const listener = (got: Reply) => { if (got.id === id) reply = got; };
    this.#waiting.push(listener);
    try {
      await this.#until(() => this.#socket !== undefined, 90_000, 'port');
      this.#tell(id, script);
      await this.#until(() => reply !== undefined, limitMs, `end of the script\n${script.slice(0, 300)}\n`);
    } finally {
      this.#waiting = this.#waiting.filter(other => other !== listener);
    }
    const { status, output } = reply!;
    if (status !== 0 && !anyStatus) throw new Error(`status ${status} in the guest: ${script.slice(0, 300)}\n${tail(output)}`);
    return { status, stdout: output, stderr: '' };
  }

  /** Starts a script and does not wait for it. */
  async begin(script: string) {
    await this.run(`cat > /run/lab-begun <<'LAB-END'\n${script}\nLAB-END\nsystemd-run -q --collect sh /run/lab-begun`);
  }

  /** A reboot of the guest's own, in the same QEMU. */
  async reboot(limitMs = 400_000) {
    const next = this.boots + 1;
    this.#tell('reboot', 'systemctl --no-block reboot');
    await this.up(next, limitMs);
  }

  #tell(id: string, script: string) { this.#socket?.write(`${id} ${Buffer.from(script).toString('base64')}\n`); }

  /** Ends the machine and leaves its memory in a file. */
  async freeze(file: string) {
    await writeMemory(this.#control, file);
    await this.powerCut();
  }

  /** Stops QEMU in the middle of whatever it does, and lets it go on afterwards. */
  async halted<T>(use: () => Promise<T>): Promise<T> {
    this.#process.kill('SIGSTOP');
    try {
      return await use();
    } finally {
      this.#process.kill('SIGCONT');
    }
  }

  /** As if the plug were pulled. */
  async powerCut() {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** The orderly end, so that the disk can be mounted. */
  async shutdown(limitMs = 300_000) {
    if (this.#running) this.#tell('off', 'systemctl --no-block poweroff');
    await Promise.race([this.#ended, wait(limitMs, undefined, { ref: false })]);
    if (this.#running) {
      await this.powerCut();
      throw new Error(`the guest did not power off within ${limitMs / 1000} s:\n${this.consoleTail()}`);
    }
    rmSync(this.#console, { force: true });
  }
}

export async function boot(disk: Disk, options: MachineOptions = {}): Promise<VirtualMachine> {
  const machine = new VirtualMachine(disk, options);
  const start = Date.now();
  try {
    if (!options.memory) {
      await machine.up(1, options.limitMs);
      say(`booted in ${Math.round((Date.now() - start) / 1000)} s`);
      return machine;
    }
    await machine.run('true', { limitMs: options.limitMs ?? 240_000 });
    return machine;
  } catch (error) {
    await machine.powerCut();
    throw error;
  }
}
