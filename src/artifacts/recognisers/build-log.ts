import { defineRecogniser, placeOf } from '../source.ts';

/** What modprobe, dkms, apt and nvidia-installer print when the driver does not come to be. */
const PRINTED =
  /^\s*modprobe: (FATAL|ERROR):|^\s*insmod: ERROR:|^\s*Error! |^\s*E: (Unable|Couldn't|Failed|Sub-process|Could not)|^\s*(ERROR|WARNING): (Unable|An error|The |Failed|Kernel)|Bad return status for module build|Your kernel headers for kernel/;

/** Recognised, so that the page is not called unreadable; no probe of today asks for it. */
export const buildLog = defineRecogniser({
  what: 'modprobe, dkms, apt, nvidia-installer',
  recognise: (page) => {
    const line = page.lines.find(({ text }) => PRINTED.test(text));
    return line ? [{ what: 'modprobe, dkms, apt, nvidia-installer', place: placeOf(page, line), answers: [] }] : [];
  },
});
