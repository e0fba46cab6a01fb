// First paint of the served wizard in a fresh browser profile, against an empty page that Node serves on the same loopback.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';

const GOAL_MS = 500;
const ROUNDS = 7;
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const WHAT = 'first paint of the served wizard';

/** A one-time address is good for one browser: each round has a program of its own. */
const served = (node, program, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [program, 'serve', 'sim:p40-8q-vsphere', '--json'], { stdio: ['ignore', 'pipe', 'ignore'], env });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.trimEnd().endsWith('}')) resolve({ url: JSON.parse(said).url, stop: () => child.kill() });
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
  });

const empty = () =>
  new Promise((resolve) => {
    const server = createServer((_, answer) => answer.end('<!doctype html><title>empty</title><p>nothing'));
    server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() }));
  });

async function painted(browser, { url, stop }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const first = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const at = await (await page.waitForFunction(first)).jsonValue();
  // The frame of the wizard; an empty page has none.
  const screen = await (await page.waitForFunction(() => (document.title === 'empty' || document.querySelector('nav') !== null) && performance.now())).jsonValue();
  await context.close();
  stop();
  return { at, screen };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

export async function benchFirstPaint(node, program, env, skip) {
  const executablePath = BROWSERS.find((path) => path && existsSync(path));
  if (executablePath === undefined) {
    skip(WHAT, 'no Chromium is installed');
    return;
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const ours = [];
  const floor = [];
  await painted(browser, await empty());
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await painted(browser, await served(node, program, env)));
    floor.push(await painted(browser, await empty()));
  }
  await browser.close();
  const [a, b] = [median(ours.map(({ at }) => at)), median(floor.map(({ at }) => at))];
  const line = (what, ms, goal) => console.log(`${what.padEnd(34)} ${ms.toFixed(1).padStart(8)} ms   ${'an empty page'.padEnd(22)} ${b.toFixed(1).padStart(8)} ms   ratio ${(ms / b).toFixed(2)}${goal}`);
  line(WHAT, a, `   goal: at most ${GOAL_MS} ms`);
  line('its first screen', median(ours.map(({ screen }) => screen)), '');
}
