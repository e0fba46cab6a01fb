import { SETUP_LOG, windowsComplaintIn } from '../../probes/windows-install.ts';
import { defineRecogniser, placeOf, textOf } from '../source.ts';

const SECTION = /^\s*>>>\s+\[/;

/** setupapi.dev.log whole, or what NVIDIA's installer showed. */
export const windowsInstall = defineRecogniser({
  what: 'setupapi.dev.log, NVIDIA installer',
  on: 'windows',
  recognise: (page) => {
    const section = page.lines.find(({ text }) => SECTION.test(text));
    const lines = section ? page.lines : page.lines.filter(({ text }) => windowsComplaintIn(text) !== undefined);
    const [first] = lines;
    if (first === undefined) return [];
    const what = section ? 'setupapi.dev.log' : 'NVIDIA installer (Windows)';
    const answers = [{ kind: 'log' as const, path: SETUP_LOG, text: textOf(lines) }];
    return [{ what, place: placeOf(page, section ?? first), answers }];
  },
});
