/** What `resources/work/proof.cu` prints on a Tesla T4, by the format of its own printf lines. */
export const T4 = '0000:00:05.0';

const usual = {
  name: 'Tesla T4',
  address: T4,
  major: 7,
  minor: 5,
  memoryClockKHz: 5_001_000,
  busBits: 256,
  copySeconds: 0.1,
  seconds: 0.1,
  same: { 'device-copy': true, 'to-device': true, 'to-host': true, product: true },
};
type Said = typeof usual;

export function says(change: Partial<Said> = {}): string {
  const { name, address, major, minor, memoryClockKHz, busBits, copySeconds, seconds, same } = { ...usual, ...change };
  const lines = [
    `{"part":"device","name":"${name}","address":"${address}","major":${major},"minor":${minor},"multiprocessors":40,"clockKHz":1590000,"memoryClockKHz":${memoryClockKHz},"busBits":${busBits},"totalBytes":15636824064,"freeBytes":15500000000,"driver":12020,"runtime":12010}`,
    `{"part":"device-copy","bytes":268435456,"times":50,"seconds":${seconds === 0 ? 0 : copySeconds},"pinned":false,"same":${same['device-copy']}}`,
    `{"part":"to-device","bytes":67108864,"times":18,"seconds":${seconds},"pinned":true,"same":${same['to-device']}}`,
    `{"part":"to-host","bytes":67108864,"times":18,"seconds":${seconds},"pinned":true,"same":${same['to-host']}}`,
    `{"part":"product","size":2048,"times":20,"seconds":${seconds},"same":${same.product}}`,
    '{"part":"end"}',
  ];
  return `${lines.join('\n')}\n`;
}

/** As the program prints it when CUDA refuses, and as it then ends. */
export const refuses = (at: string, code: number, name: string, text: string): string =>
  `{"part":"error","at":"${at}","code":${code},"name":"${name}","text":"${text}"}\n`;
