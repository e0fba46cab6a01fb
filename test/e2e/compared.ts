/** Whether a screen still looks as it did: beside its picture from before, both made small, so that layout and colour count and the edges of letters do not. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { PICTURES } from './served.ts';

const BEFORE = fileURLToPath(new URL('pictures', import.meta.url));
const LETTERS = `${BEFORE}/letters.json`;
/** UPDATE_PICTURES=1 makes what is seen now the picture from before. */
const updates = process.env['UPDATE_PICTURES'] !== undefined;

const WIDTH = 256;
/** Of 255. A line of text that stands elsewhere differs by 30 and more at this size. */
const MUCH = 24;
export const MOST_PARTS = 0.02;

/** How wide samples of each script are here: other fonts break lines elsewhere, and no picture is the same. */
const letters = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) return [];
    context.font = `100px ${getComputedStyle(document.body).fontFamily}`;
    return ['Licensed 0123456789', '宿主机与客户机驱动', 'ゲストのライセンス'].map((text) => Math.round(context.measureText(text).width));
  });

const small = (page: Page, png: Buffer): Promise<string> =>
  page.evaluate(async ({ source, width }) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.round((image.height * width) / image.width);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  }, { source: `data:image/png;base64,${png.toString('base64')}`, width: WIDTH });

/** The share of the picture that is another, from 0 to 1. */
const differing = (page: Page, before: string, now: string): Promise<number> =>
  page.evaluate(async ({ sources, much }) => {
    const pixels = await Promise.all(sources.map(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    }));
    const [one = new Uint8ClampedArray(), other = new Uint8ClampedArray()] = pixels;
    if (one.length !== other.length) return 1;
    let count = 0;
    for (let at = 0; at < one.length; at += 4)
      if ([0, 1, 2].some((part) => Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)) > much)) count++;
    return (count * 4) / one.length;
  }, { sources: [before, now], much: MUCH });

const asUrl = (file: string): string => `data:image/png;base64,${readFileSync(file).toString('base64')}`;

/** Null: the letters are others here, or there is no picture from before. The picture as it is now is kept in any case. */
export async function changedSince(page: Page, name: string, kept = name): Promise<number | null> {
  const png = await page.screenshot({ path: `${PICTURES}/${kept}.png`, animations: 'disabled' });
  const here = await letters(page);
  // Not on the page itself, whose policy lets no foreign picture in.
  const aside = await page.context().newPage();
  try {
    const now = await small(aside, png);
    const file = `${BEFORE}/${name}.png`;
    if (updates && kept === name) {
      mkdirSync(BEFORE, { recursive: true });
      writeFileSync(file, Buffer.from(now.slice(now.indexOf(',') + 1), 'base64'));
      writeFileSync(LETTERS, `${JSON.stringify(here)}\n`);
    }
    if (!existsSync(file)) return null;
    if (JSON.stringify(JSON.parse(readFileSync(LETTERS, 'utf8'))) === JSON.stringify(here)) return await differing(aside, asUrl(file), now);
    console.log(`${name} is not compared: the fonts are others than those of the pictures in test/e2e/pictures`);
    return null;
  } finally {
    await aside.close();
  }
}
