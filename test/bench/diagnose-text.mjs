// Text diagnosed: MB/s against `zgrep -c NVRM` on the same file, and peak memory as the text grows a hundredfold.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SIZES = [5, 50, 500];
const ROUNDS = { 5: 5, 50: 3, 500: 1 };

/** A journal: a line of the kernel's driver in 200, one of the licensing service in 37, the rest somebody else's. */
function* journal(bytes) {
  for (let at = 0, line = 0; at < bytes; ) {
    let block = '';
    for (const end = line + 10_000; line < end; line++) {
      const head = `${new Date(1_700_000_000_000 + line * 50).toISOString().slice(0, 19)}+0000 guest`;
      if (line % 200 === 0) block += `${head} kernel: NVRM: Xid (PCI:0000:00:05): 31, pid=${line}, name=python3, Ch 00000008\n`;
      else if (line % 37 === 0) block += `${head} nvidia-gridd[881]: License renewed successfully. (Info: server; Expiry: 2024-7-4 10:0:0 GMT)\n`;
      else block += `${head} systemd[1]: Started Session ${line} of user root, slice user-0.slice, scope session-${line}.scope\n`;
    }
    at += block.length;
    yield block;
  }
}

function written(path, megabytes) {
  const file = openSync(path, 'w');
  for (const block of journal(megabytes * 1e6)) writeSync(file, block);
  closeSync(file);
}

const seconds = ([program, ...args], env) => {
  const start = process.hrtime.bigint();
  const { error } = spawnSync(program, args, { stdio: 'ignore', env });
  if (error) throw error;
  return Number(process.hrtime.bigint() - start) / 1e9;
};
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

export function benchText(scratch, node, program, env) {
  const [probe, peak, text] = ['peak.cjs', 'peak', 'journal.txt'].map((name) => join(scratch, name));
  // Not getrusage: its maximum outlives exec, so a child of a large process would seem as large.
  writeFileSync(probe, `const { readFileSync, writeFileSync } = require('node:fs');
    process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, /VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]));`);
  for (const size of SIZES) {
    written(text, size);
    const [ours, theirs] = [[node, '--require', probe, program, 'diagnose', text, '--json'], ['zgrep', '-c', 'NVRM', text]];
    const rounds = Array.from({ length: ROUNDS[size] }, () => [seconds(ours, env), seconds(theirs, env)]);
    const [a, b] = [median(rounds.map(([x]) => x)), median(rounds.map(([, y]) => y))];
    const rate = (time) => `${(size / time).toFixed(1).padStart(8)} MB/s`;
    console.log(`${`diagnose of ${size} MB of text`.padEnd(34)} ${rate(a)} ${'zgrep -c NVRM'.padEnd(22)} ${rate(b)}   peak memory ${Math.round(Number(readFileSync(peak, 'utf8')) / 1024)} MiB`);
    rmSync(text);
  }
}
