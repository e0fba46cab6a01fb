/** Windows gives every driver a number of four parts; NVIDIA's own number is in the last two. */

/** `31.0.15.2849` → `528.49`: the last five digits. A version that is NVIDIA's already stays; Microsoft's, `10.0.17763.1`, is none. */
export function nvidiaVersionOf(version: string | null): string | null {
  const text = /[\d.]{6,}/.exec(version ?? '')?.[0] ?? '';
  if (/^\d{3}\.\d{2}$/.test(text)) return text;
  const [, third = '', fourth = ''] = /^\d+\.\d+\.(1\d)\.(\d{1,4})\b/.exec(text) ?? [];
  const digits = `${third.slice(-1)}${fourth.padStart(4, '0')}`;
  return fourth === '' ? null : `${digits.slice(0, 3)}.${digits.slice(3)}`;
}
