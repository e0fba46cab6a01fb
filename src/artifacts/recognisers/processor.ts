import {
  commandAnswer,
  defineRecogniser,
  fileAnswer,
  placeOf,
  textOf,
  type Answer,
  type Line,
  type Page,
} from '../source.ts';

/** What the processor says of the hypervisor: cpuid, lscpu, systemd-detect-virt, /proc/cpuinfo. */
const CPUID = /hypervisor_id\b|hypervisor guest status|^\s*0x[0-9a-f]{8} 0x[0-9a-f]{2}: eax=/;
const LSCPU = /^\s*(Architecture|Hypervisor vendor|Virtualization type|Vendor ID|CPU\(s\)|Flags):\s+\S/;
/** lscpu in Chinese and Japanese; values are not translated. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:架构|架構|アーキテクチャ)[:：]\s*/, 'Architecture: '],
  [
    /^\s*(?:超管理器厂商|虚拟机管理程序厂商|管理程序厂商|Hypervisor 厂商|ハイパーバイザのベンダー?)[:：]\s*/,
    'Hypervisor vendor: ',
  ],
  [/^\s*(?:标记|标志|フラグ)[:：]\s*/, 'Flags: '],
];
const inEnglish = (line: Line): Line => {
  const word = TRANSLATED.find(([pattern]) => pattern.test(line.text));
  return word ? { ...line, text: line.text.replace(...word) } : line;
};
const CPUINFO = /^\s*(processor|vendor_id|model name|flags)\s+:\s/;

function found(page: Page, what: string, lines: readonly Line[], answer: (text: string) => Answer) {
  return lines.length === 0 ? [] : [{ what, place: placeOf(page, lines[0]), answers: [answer(textOf(lines))] }];
}

const detected = (page: Page): readonly Line[] =>
  page.blocks.find(({ command }) => command?.startsWith('systemd-detect-virt'))?.lines.slice(0, 1) ?? [];

export const processor = defineRecogniser({
  what: 'cpuid, lscpu, systemd-detect-virt',
  recognise: (page) => {
    const lscpu = page.lines.map(inEnglish).filter(({ text }) => LSCPU.test(text));
    const cpuinfo = page.lines.filter(({ text }) => CPUINFO.test(text));
    return [
      ...found(
        page,
        'cpuid',
        page.lines.filter(({ text }) => CPUID.test(text)),
        (text) => commandAnswer('cpuid', text),
      ),
      ...(lscpu.some(({ text }) => /Hypervisor vendor|Architecture/.test(text))
        ? found(page, 'lscpu', lscpu, (text) => commandAnswer('lscpu', text))
        : []),
      ...found(page, 'systemd-detect-virt', detected(page), (text) => commandAnswer('systemd-detect-virt', text)),
      ...(cpuinfo.some(({ text }) => /^\s*flags/.test(text))
        ? found(page, '/proc/cpuinfo', cpuinfo, (text) => fileAnswer('/proc/cpuinfo', text))
        : []),
    ];
  },
});
