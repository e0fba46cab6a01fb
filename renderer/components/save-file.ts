import type { Report } from '../../src/contract/questions.ts';

/** Hands a text to the browser to be saved under its name. */
export function saveFile({ name, mediaType, text }: Report): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The download has its own hold on what it reads only after this turn.
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
}
