/** Problem codes in sentences: Device Manager's own, which ends with the code in each language, or a person's words for it. */

/** Sentences that end with 43 are about the display even where nobody says so: no other device is brought to us. */
const STOPPED =
  /\((?:Code|代码|代碼|コード|코드)\s*:?\s*43\)|\b(?:error|fehler|with|has|shows?|gets?|got|a)\s+code\s*43\b|代码\s*43|コード ?43|Windows has stopped this device because it has reported problems|Windows 已将其停止|Windows によって停止されました/i;
const CODE = /[(（](?:Code|代码|代碼|コード|코드)\s*:?\s*(\d{1,2})[)）]/i;
/** Cannot start, no room, restart, disabled, no driver, cannot load (31, 37, 39), reinstall (18, 19), unsigned. */
const TOLD: readonly number[] = [10, 12, 14, 18, 19, 22, 28, 31, 37, 39, 52];

const OURS =
  /NVIDIA|GeForce|Quadro|Tesla|\bGRID\b|VEN_10DE|\b[RG]TX\b|\b3D(?:[ -]Video)? ?Controller|3D ?视频控制器|3D ?ビデオ ?コントローラ/i;
const ANOTHERS = /VEN_(?!10DE)[0-9A-F]{4}|audio|USB|UCSI|音频|オーディオ/i;
/** Lines between a device's name and what its properties say. */
const NEAR = 8;

/** The nearest word of a device: on the line itself, else before it, else behind it. */
function isAboutOurs(lines: readonly string[], at: number): boolean {
  const near = [
    lines[at] ?? '',
    ...lines.slice(Math.max(0, at - NEAR), at).reverse(),
    ...lines.slice(at + 1, at + 1 + NEAR),
  ];
  const first = near.map((line) => line.slice(0, 1000)).find((line) => OURS.test(line) || ANOTHERS.test(line));
  return first !== undefined && OURS.test(first) && !ANOTHERS.test(first);
}

/** Undefined where no sentence has a code of NVIDIA's display. */
export function codeToldIn(lines: readonly string[]): { readonly code: number; readonly line: string } | undefined {
  const stopped = lines.find((text) => STOPPED.test(text.slice(0, 1000)));
  if (stopped !== undefined) return { code: 43, line: stopped.trim() };
  for (const [at, text] of lines.entries()) {
    const code = Number(CODE.exec(text.slice(0, 1000))?.[1] ?? 'none');
    if (TOLD.includes(code) && isAboutOurs(lines, at)) return { code, line: text.trim() };
  }
  return undefined;
}
