import { defineRecogniser, fileAnswer, placeOf } from '../source.ts';

/** `/proc/driver/nvidia/version`; the kernel's log says the same with other words ("loading NVIDIA UNIX …"), of another boot perhaps. */
const FIRST = /^\s*NVRM version:\s+NVIDIA UNIX /;

export const nvidiaVersion = defineRecogniser({
  what: '/proc/driver/nvidia/version',
  recognise: (page) => {
    const line = page.lines.find(({ text }) => FIRST.test(text));
    if (!line) return [];
    const gcc = page.lines.find(({ text, number }) => number === line.number + 1 && /^\s*GCC version:/.test(text));
    const text = [line, gcc].map((each) => (each ? `${each.text.trim()}\n` : '')).join('');
    const what = '/proc/driver/nvidia/version';
    return [{ what, place: placeOf(page, line), answers: [fileAnswer(what, text)] }];
  },
});
