import { describe, expect, it } from 'vitest';
import { FORMATS, reportedFinding, reportedMachine, told } from './reported.ts';

const base = await reportedMachine('t4-8q-licensed-cls', 'en');
const of = (text: string, more: Parameters<typeof reportedFinding>[0] = {}) =>
  reportedFinding({ evidence: [{ source: `dmesg ${text}`, text }], detail: `It says ${text}.`, ...more }, base, [
    {
      id: 'gpu.xid',
      verdict: {
        kind: 'problem',
        severity: 'error',
        detail: { key: '' },
        evidence: [],
        fix: { by: 'guest', steps: [] },
      },
    },
    { id: 'gpu.none', verdict: { kind: 'rule-crashed', message: text } },
  ]);

const SECRETS: Readonly<Record<string, string>> = {
  token: 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjYW5hcnktdG9rZW4tcGF5bG9hZCJ9.Y2FuYXJ5LXNpZ25hdHVyZQ',
  key: '-----BEGIN PRIVATE KEY-----\nY2FuYXJ5a2V5\n-----END PRIVATE KEY-----',
  serial: 'Serial Number : 0324517099887',
  gpu: 'GPU UUID : GPU-a1b2c3d4-0000-1111-2222-333344445555',
  uuid: 'uuid 5f1c7b0e-1c2d-4e3f-8a9b-0c1d2e3f4a5b',
  mac: 'link/ether 52:54:00:ca:4a:12',
};
const IDENTITIES: Readonly<Record<string, string>> = {
  host: 'Nov 22 09:00:00 canary-host-7 kernel: NVRM: something',
  user: 'canaryuser@canary-host-7:~$ nvidia-smi',
  address: 'connected from 84.12.9.7',
};
const CANARIES = /Y2FuYXJ5|eyJpc3Mi|0324517099887|a1b2c3d4|5f1c7b0e|52:54:00:ca:4a:12/;
const WHO = /canary-host-7|canaryuser|84\.12\.9\.7/;

describe('what was seen', () => {
  const all = of([...Object.values(SECRETS), ...Object.values(IDENTITIES)].join('\n'), {
    fix: {
      by: 'guest',
      steps: [`See ${Object.values(SECRETS).join(' ')} ${Object.values(IDENTITIES).join('\n')}`],
      automatic: false,
      applySteps: [],
    },
  });

  it.each(FORMATS)('shows no secret as %s', async (format) => {
    expect(await told(all, format)).not.toMatch(CANARIES);
  });

  it.each(['html', 'markdown', 'junit'] as const)(
    'shows neither host nor user nor address as %s, and says so',
    async (format) => {
      const text = await told(all, format);
      expect(text).not.toMatch(WHO);
      expect(text).toMatch(/placeholders such as/);
    },
  );

  it.each(['text', 'json'] as const)('keeps host and address as %s, for the guest’s own people', async (format) => {
    expect(await told(all, format)).toMatch(WHO);
  });

  it('keeps the ids of the contract where the machine bears the name of one', async () => {
    const text = await told(of('Nov 22 09:00:00 xid kernel: NVRM: xid at xid'), 'markdown');
    expect(text).toContain('`gpu.xid`');
  });
});

describe('hostile text', () => {
  const MARKUP = `</pre></style><script>alert(1)</script><img src=x onerror=alert(1)> " onload='x' & ]]> <!-- `;

  it('becomes no markup of a page, which allows no script and loads nothing', async () => {
    const text = await told(of(MARKUP), 'html');
    expect(text).not.toMatch(/<script|<img|<!--/);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/);
    expect(text).not.toMatch(/<link|<script|<[^>]* (?:src|href|style|on\w+)=|url\(|@import/);
  });

  it('ends no element of XML', async () => {
    const text = await told(of(`${MARKUP}\u0000\u0008\u001b[31m\ufffe\ud800`), 'junit');
    expect(text).not.toMatch(/<script|<img|<!--|<!\[CDATA/);

    expect(text).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(nested(text)).toEqual([]);
  });

  it.each(['```', '`````', '````\n# Not a heading\n```'])('does not end the block it stands in: %j', async (fence) => {
    const text = await told(of(`before\n${fence}\n@somebody <b>after</b>`), 'markdown');
    const outside = outsideBlocks(text);
    expect(outside).not.toContain('<b>');
    expect(outside).not.toContain('# Not a heading');
  });

  it.each([
    '@alice',
    '@org/team',
    '#123',
    'GH-12',
    '!45',
    '$12',
    '%"next"',
    '~bug',
    '&7',
    'https://evil.example/x',
    'www.evil.example',
    'alice@evil.example',
    '<img src=x>',
    '[a](b)',
    '![a](b)',
    '**b**',
    '_i_',
    '{code}',
    'deadbeef1',
    ':tada:',
    '\\@alice',
  ])('is neither mention, reference, link nor markup in a ticket: %s', async (word) => {
    const outside = outsideBlocks(await told(reportedFinding({ detail: `It says ${word} there.` }, base), 'markdown'));
    const said = outside.split('\n').find((line) => line.startsWith('It says'));
    expect(said).toBeDefined();
    const prose = said!.replace(/(`+)(?:(?!\1).)+\1/g, '');
    expect(prose.replace(/^It says|there\.$/g, '')).not.toMatch(
      /[@#!$%~&<>[\]*_{}\\]|https?:|www\.|GH-|deadbeef|:tada:/,
    );
  });

  it('begins no list and no heading of its own', async () => {
    const text = await told(
      reportedFinding({ detail: 'First.\n# Second\n- third\n1. fourth\n> fifth' }, base),
      'markdown',
    );
    expect(outsideBlocks(text)).not.toMatch(/^(?:# Second|- third|1\. fourth|> fifth)/m);
  });

  it('moves no cursor and turns no direction of writing on a terminal', async () => {
    const text = await told(of('a\u001b[2Jb\u001b]0;title\u0007c\u202ed\u009b5me\rf'), 'text');

    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });
});

/** The lines of a Markdown text that stand in no fenced block. */
function outsideBlocks(text: string): string {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    const mark = /^(`{3,})(.*)$/.exec(line);
    if (fence === null && mark !== null) fence = mark[1]!;
    else if (fence !== null && mark !== null && mark[1]!.length >= fence.length && mark[2] === '') fence = null;
    else if (fence === null) lines.push(line);
  }
  expect(fence).toBeNull();
  return lines.join('\n');
}

/** Elements that were not closed, or not in turn; [] for well-formed XML. */
function nested(xml: string): readonly string[] {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^?]*\?>/, '')
    .replace(
      /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<&]*(?:&(?:\w+|#\d+);[^"<&]*)*")*)\s*(\/?)>/g,
      (_, closing: string, name: string, _attributes, empty: string) => {
        if (closing !== '') {
          if (open.pop() !== name) open.push(`</${name}>`);
        } else if (empty === '') open.push(name);
        return '';
      },
    );
  return [...open, ...(rest.match(/[<>]|&(?!(?:\w+|#\d+);)/g)?.filter((one) => one !== '>') ?? [])];
}
