import { isLicensingValue } from '../../probes/windows/registry.ts';
import { commandAnswer, defineRecogniser, placeOf, textOf } from '../source.ts';

const KEY = /GridLicensing/i;

/** `reg query`, a .reg file or Get-ItemProperty of the GridLicensing keys. */
export const windowsRegistry = defineRecogniser({
  what: 'reg query GridLicensing',
  on: 'windows',
  recognise: (page) => {
    const key = page.lines.find(({ text }) => KEY.test(text) && /HKLM|HKEY_|\\/i.test(text));
    if (!key) return [];
    const lines = page.lines.filter(({ number, text }) => number >= key.number && isLicensingValue(text));
    const fits = (args: readonly string[]): boolean => args.some((arg) => KEY.test(arg));
    return [
      {
        what: 'reg query GridLicensing',
        place: placeOf(page, key),
        answers: lines.length === 0 ? [] : [commandAnswer('reg.exe', textOf(lines), fits)],
      },
    ];
  },
});
