/** Cuts bytes into lines, each told when it is whole; null is the end. Empty ones are left out. */
export function wholeLines(onLine: (line: string) => void): (chunk: Buffer | null) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (chunk) => {
    const lines = (rest + (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())).split('\n');
    rest = chunk ? (lines.pop() ?? '') : '';
    lines.filter((line) => line !== '').forEach(onLine);
  };
}
