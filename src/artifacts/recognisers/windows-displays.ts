import { windowsDisplaysIn } from '../../probes/windows/display-records.ts';
import { LIST_DISPLAYS } from '../../probes/windows/scripts.ts';
import { commandAnswer, defineRecogniser, placeOf } from '../source.ts';

/** Win32_VideoController, Get-PnpDevice, pnputil, wmic, dxdiag, msinfo32, Device Manager: the parser reads all of them out of one page. */
const HINT =
  /PCI\\+VEN_|Win32_VideoController|VideoController|Code\s*43|(?:代码|代碼|コード|코드)\s*:?\s*43|CM_PROB_|oem\d+\.inf/i;
const FIRST = /VEN_10DE|VideoController|Code\s*43|(?:代码|代碼|コード|코드)\s*:?\s*43|CM_PROB_|oem\d+\.inf/i;

const asks = (args: readonly string[]): boolean => args.at(-1) === LIST_DISPLAYS.at(-1);

export const windowsDisplays = defineRecogniser({
  what: 'Windows display devices',
  on: 'windows',
  recognise: (page) => {
    if (!HINT.test(page.text) || windowsDisplaysIn(page.text).length === 0) return [];
    const line = page.lines.find(({ text }) => FIRST.test(text));
    const answers = [commandAnswer('powershell.exe', page.text, asks)];
    return [{ what: 'Windows display devices', place: placeOf(page, line), answers }];
  },
});
