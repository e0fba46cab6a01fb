/** The texts of a program's version resource (Microsoft Learn, "VS_VERSIONINFO structure"): UTF-16, key, zero, padding, value. */
import type { OpenedFile } from '../opened-file.ts';
import type { Program } from './portable-executable.ts';

export type Resources = {
  readonly company: string;
  /** Name of the product and description of the file. */
  readonly words: string;
  /** As stated, of the file and of the product. */
  readonly versions: readonly string[];
};

/** Icons stand there too. */
const RESOURCES_WITHIN = 4 * 1024 * 1024;

function textIn(texts: readonly string[], key: string): string {
  const pattern = new RegExp(`${key}\\0{1,3}([\\x20-\\ufffd]{1,120})\\0`);
  for (const text of texts) {
    const value = pattern.exec(text)?.[1];
    if (value !== undefined) return value.trim();
  }
  return '';
}

/** '' and [] where there is none, or it cannot be reached. */
export async function resourcesIn(file: OpenedFile, { resources }: Program): Promise<Resources> {
  if (resources === null) return { company: '', words: '', versions: [] };
  const length = Math.min(resources.length, RESOURCES_WITHIN);
  const bytes =
    (await file.part({ offset: resources.offset, length })) ??
    (await file.start(resources.offset + length)).subarray(resources.offset);
  const decode = (from: number): string =>
    new TextDecoder('utf-16le').decode(bytes.subarray(from, bytes.length - ((bytes.length - from) % 2)));
  // Aligned to four bytes in the section, which may begin anywhere.
  const texts = [decode(0), decode(1)];
  const of = (key: string): string => textIn(texts, key);
  return {
    company: of('CompanyName'),
    words: `${of('ProductName')} ${of('FileDescription')}`,
    versions: [of('FileVersion'), of('ProductVersion')].filter(Boolean),
  };
}
