import { commandAnswer, defineRecogniser, placeOf, textOf } from '../source.ts';

const STATE =
  /^\s*(SecureBoot (enabled|disabled)|EFI variables are not supported on this system|This system doesn't support Secure Boot|SecureBoot validation is disabled.*)\s*$/i;

export const mokutil = defineRecogniser({
  what: 'mokutil --sb-state',
  recognise: (page) => {
    const lines = page.lines.filter(({ text }) => STATE.test(text));
    if (lines.length === 0) return [];
    const answers = [commandAnswer('mokutil', textOf(lines), (args) => args.includes('--sb-state'))];
    return [{ what: 'mokutil --sb-state', place: placeOf(page, lines[0]), answers }];
  },
});
