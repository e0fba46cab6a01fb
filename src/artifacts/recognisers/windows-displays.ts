import { windowsDisplaysIn } from '../../probes/windows/display-records.ts';
import { LIST_DISPLAYS } from '../../probes/windows/scripts.ts';
import { bareIds } from '../bare-ids.ts';
import { plainMsinfo } from '../msinfo.ts';
import { commandAnswer, defineRecogniser, placeOf } from '../source.ts';

/** Win32_VideoController, Get-PnpDevice, pnputil, wmic, dxdiag, msinfo32, Device Manager: the parser reads all of them out of one page. */
const HINT =
  /PCI\\+VEN_|Win32_VideoController|VideoController|(?:Code|代码|代碼|コード|코드)\s*:?\s*\d\d|CM_PROB_|oem\d+\.inf|\bnvlddmkm\b|PnPSignedDriver|NVIDIA \S[^\n]{0,100}\d\.\d+\.1\d\.\d{1,4}/i;
const FIRST =
  /VEN_10DE|VideoController|(?:Code|代码|代碼|コード|코드)\s*:?\s*(?:1[0-9]|2[28]|3[179]|43|52)|CM_PROB_|oem\d+\.inf|\bnvlddmkm\b|PnPSignedDriver/i;

const asks = (args: readonly string[]): boolean => args.at(-1) === LIST_DISPLAYS.at(-1);

export const windowsDisplays = defineRecogniser({
  what: 'Windows display devices',
  on: 'windows',
  recognise: (page) => {
    if (!HINT.test(page.text)) return [];
    const plain = plainMsinfo(page.text);
    const text = `${plain}${bareIds(plain)}`;
    if (windowsDisplaysIn(text).length === 0) return [];
    const line = page.lines.find(({ text: said }) => FIRST.test(said));
    const answers = [commandAnswer('powershell.exe', text, asks)];
    return [{ what: 'Windows display devices', place: placeOf(page, line), answers }];
  },
});
