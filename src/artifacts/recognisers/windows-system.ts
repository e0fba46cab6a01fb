import { ASK_SYSTEM } from '../../probes/windows/scripts.ts';
import { windowsSystemIn } from '../../probes/windows/system-records.ts';
import { plainMsinfo } from '../msinfo.ts';
import { commandAnswer, defineRecogniser, placeOf } from '../source.ts';

const HINT =
  /Windows|BIOS Mode|BiosFirmwareType|Secure Boot State|HyperVisorPresent|winload|BIOS 模式|BIOS モード|Detected boot environment/i;

const asks = (args: readonly string[]): boolean => args.at(-1) === ASK_SYSTEM.at(-1);

/** systeminfo, Get-ComputerInfo, msinfo32, dxdiag, `ver` and the banner of cmd.exe. */
export const windowsSystem = defineRecogniser({
  what: 'Windows system information',
  on: 'windows',
  recognise: (page) => {
    if (!HINT.test(page.text)) return [];
    const text = plainMsinfo(page.text);
    const { name, version, firmware, secureBoot } = windowsSystemIn(text);
    if (name === null && version === null && firmware === null && secureBoot === null) return [];
    const line = page.lines.find(({ text: said }) => HINT.test(said));
    const answers = [commandAnswer('powershell.exe', text, asks)];
    return [{ what: 'Windows system information', place: placeOf(page, line), answers }];
  },
});
