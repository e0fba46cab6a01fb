import { describe, expect, it } from 'vitest';
import { exposition } from '../../src/report/exposition.ts';

const one = (value: number | null, labels: Record<string, string> = {}) =>
  exposition([{ name: 'gpu_x', help: 'Help.', samples: [{ labels, value }] }]).split('\n')[2];

describe('the text that a Prometheus reads', () => {
  it('names help and type before the samples, and ends with a line feed', () => {
    expect(exposition([{ name: 'gpu_x', help: 'Help.', samples: [{ value: 1 }] }])).toBe(
      '# HELP gpu_x Help.\n# TYPE gpu_x gauge\ngpu_x 1\n',
    );
  });
  it('escapes backslash, quotation mark and line feed in a label, and no quotation mark in the help', () => {
    expect(one(1, { a: 'x\\y"z\n' })).toBe('gpu_x{a="x\\\\y\\"z\\n"} 1');
    expect(exposition([{ name: 'gpu_x', help: 'a\\b "c"\nd', samples: [{ value: 1 }] }])).toContain(
      '# HELP gpu_x a\\\\b "c"\\nd\n',
    );
  });
  it('says NaN of what is not known, never 0', () => {
    expect(one(null)).toBe('gpu_x NaN');
    expect(one(NaN)).toBe('gpu_x NaN');
    expect(one(Infinity)).toBe('gpu_x +Inf');
    expect(one(-Infinity)).toBe('gpu_x -Inf');
    expect(one(-12.5)).toBe('gpu_x -12.5');
  });
  it('says each series once: the collector refuses a file that says one twice', () => {
    const labels = { gpu: '0' };
    const text = exposition([{ name: 'gpu_x', help: 'Help.', samples: [{ labels, value: 1 }, { labels, value: 2 }] }]);
    expect(text.match(/^gpu_x\{/gm)).toHaveLength(1);
  });
  it('leaves out a metric of which there is nothing to say', () => {
    expect(exposition([{ name: 'gpu_x', help: 'Help.', samples: [] }])).toBe('');
  });
});
