import { describe, expect, it } from 'vitest';
import { licenceCause } from '../../src/diagnosis/licence-cause.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { languages, translator } from '../../src/words/translate.ts';
import { licenceCause as words } from '../../src/words/en/licence-cause.ts';
import { factsOf, UNKNOWN, type SomeFacts } from '../steps/facts-of.ts';
import { smiOf, VWS } from '../steps/guests.ts';
import { p40Vgpu } from './judged.ts';
import { GRIDD } from './made-up.ts';
import { servers } from './made-up-servers.ts';

const translate = await translator('en');
const causeOf = (some: SomeFacts): string | null => {
  const { findings } = diagnose(factsOf({ tokens: UNKNOWN, ...some }), [p40Vgpu], '2026-11-22T07:00:00Z');
  const cause = licenceCause(findings);
  return cause && translate(cause);
};
/** All that somebody pasted was a log. */
const NO_SHELL = { nvidiaSmi: UNKNOWN, installedDrivers: UNKNOWN, nvidiaModule: UNKNOWN } as const;
const unlicensed = smiOf(VWS, 'unlicensed');
const log = (text: string) => [{ time: null, text }];
const refusal = (error: string) =>
  log(`Failed to acquire license from dls.example.test (Info: ${VWS} - Error: ${error})`);

describe('the cause in one sentence', () => {
  it('names the day on which the token ended', () => {
    const reading = {
      valid: false,
      why: null,
      trouble: 'expired',
      issuer: null,
      issuedAt: null,
      notBefore: null,
      expiresAt: '2026-02-01T00:00:00Z',
      servers: [],
      publicKeyBits: null,
    } as const;
    const file = { path: '/t/a.tok', mode: 0o744, sha256: '0', modifiedMs: 0, reading };
    expect(causeOf({ nvidiaSmi: unlicensed, tokens: { folder: '/t', files: [file] } })).toBe(
      'Unlicensed because the client configuration token expired on 2026-02-01 00:00 UTC.',
    );
    expect(causeOf({ nvidiaSmi: unlicensed, griddLog: refusal('Client configuration token has expired') })).toBe(
      'Unlicensed because the client configuration token has expired.',
    );
  });
  it('is the first of a chain of causes', () => {
    const licenceServers = servers({ certificate: { validFrom: '2027-01-01T00:00:00Z' } });
    expect(causeOf({ nvidiaSmi: unlicensed, griddLog: refusal('x'), licenceServers })).toMatch(/clock is wrong/);
  });
  it('is said of a log alone', () => {
    expect(causeOf({ ...NO_SHELL, griddLog: refusal('No pool features found for : x') })).toBe(
      `Unlicensed because the licence server has no licence for "${VWS}", or none left.`,
    );
  });
  it('is what keeps anybody from asking, where a driver is not even there', () => {
    const griddConfig = { ...GRIDD, featureType: 3 };
    expect(causeOf({ nvidiaSmi: { kind: 'absent' }, griddConfig })).toBe(
      'Unlicensed, and this is why: No NVIDIA driver is installed.',
    );
  });
  it('is not made up where nothing says it', () => {
    const reading = { ...smiOf(VWS, 'unlicensed') };
    expect(causeOf({ nvidiaSmi: reading, griddLog: refusal('something new') })).toBe(
      'Unlicensed, and nothing that could be read says why.',
    );
  });
  it('is the threat, while there is a licence', () => {
    expect(causeOf({ nvidiaSmi: smiOf(VWS), licenceServers: servers({ connection: 'refused' }) })).toMatch(
      /^Licensed for now, but/,
    );
    expect(causeOf({ nvidiaSmi: smiOf(VWS) })).toBeNull();
  });
  it.each(languages)('has every sentence, with the same holes, in %s', async (language) => {
    const told = await translator(language);
    for (const [key, text] of Object.entries(words)) {
      const holes = text.match(/\{\w+\}/g) ?? [];
      expect((told({ key }).match(/\{\w+\}/g) ?? []).sort(), key).toEqual([...holes].sort());
    }
  });
});
