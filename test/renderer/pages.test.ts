import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const PAGES = 'dist/wizard';
const MOST_KB = 200;

test('the JavaScript of the wizard, with all its languages, is under 200 kB gzipped', () => {
  const scripts = readdirSync(`${PAGES}/assets`).filter((name) => name.endsWith('.js'));
  const bytes = scripts.map((name) => gzipSync(readFileSync(`${PAGES}/assets/${name}`)).length);
  expect(scripts.length).toBeGreaterThan(3);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST_KB * 1024);
});

test('the page holds no script, style or address of its own, so that a strict policy lets it through', () => {
  const page = readFileSync(`${PAGES}/index.html`, 'utf8');
  expect(page).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/(src|href)="(?!\.\/)/);
});

test('the name of the program stands in the page before any script has run', () => {
  const page = readFileSync(`${PAGES}/index.html`, 'utf8');
  expect(page).toMatch(/<div id="root">[^]*<h1>GPU Guest Assistant<\/h1>[^]*<\/div>/);
});
