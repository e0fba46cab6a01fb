import { describe, expect, it } from 'vitest';
import { licenseText } from '../../src/cli/texts/license-text.ts';
import type { Call } from '../../src/cli/call.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { licenseDocument } from '../../src/report/license-document.ts';
import { languages, translator, type Language } from '../../src/words/translate.ts';
import { contact, servers, withProxy } from '../diagnosis/made-up-servers.ts';
import { p40Vgpu } from '../diagnosis/judged.ts';
import { factsOf, UNKNOWN, type SomeFacts } from '../steps/facts-of.ts';
import { smiOf, VWS } from '../steps/guests.ts';

const NOW = '2026-11-22T07:00:00Z';
const unlicensed = smiOf(VWS, 'unlicensed');

async function shown(some: SomeFacts, language: Language = 'en'): Promise<string> {
  const facts = factsOf(some);
  const translate = await translator(language);
  const { findings } = diagnose(facts, [p40Vgpu], NOW);
  const terminal = { paint: (_: unknown, text: string) => text, columns: 400 };
  const call = { translate, terminal } as unknown as Call;
  return licenseText(licenseDocument({ facts, findings, now: NOW }, translate), facts, call);
}

describe('gpu-guest license', () => {
  it('says first why there is no licence, then how far one gets to each server', async () => {
    const griddLog = [{ time: null, text: 'Failed to acquire license from x (Info: y - Error: z)' }];
    const contacts = [contact({ connection: 'refused' }), contact({ connection: 'timed-out' }, 'dls.example.test', 80)];
    const text = await shown({
      nvidiaSmi: unlicensed,
      griddLog,
      tokens: UNKNOWN,
      licenceServers: { contacts, proxy: null },
    });
    expect(text).toMatch(
      /^Unlicensed because the licence server dls\.example\.test refuses connections to port 443\.\n/,
    );
    expect(text).toContain('dls.example.test:443 · refuses the connection (connection refused (10.20.30.40))');
    expect(text).toMatch(/dls\.example\.test:80 · does not answer .* · licences are only given back there/);
  });
  it('shows the certificate, and the clock that is not ours', async () => {
    const text = await shown({
      licenceServers: servers({ ahead: 61, certificate: { fitsHost: false, trust: 'unknown-issuer' } }),
    });
    expect(text).toMatch(
      /2026-01-01T00:00:00Z to 2028-01-01T00:00:00Z · of an authority of its own · for ANOTHER name/,
    );
    expect(text).toContain("the server's is 61 minutes from the guest's");
  });
  it('names the proxy of the service', async () => {
    expect(await shown({ licenceServers: withProxy(servers({}), { connection: 'refused' }) })).toContain(
      'proxy.example.test:3128 (https_proxy of the service) · cannot be reached',
    );
  });
  it('does not take silence for a server that answers', async () => {
    expect(await shown({ licenceServers: UNKNOWN })).toMatch(/Licence server +not tried \(/);
    expect(await shown({})).toMatch(/Licence server +none is named/);
  });
  it.each(languages)('leaves no hole open in %s', async (language) => {
    const everything = withProxy(servers({ ahead: 9 }, { handshake: 'not-tls', says: 'x' }, { name: 'no-answer' }), {});
    expect(await shown({ licenceServers: everything }, language)).not.toMatch(/\{\w+\}|cli\.license/);
  });
});
