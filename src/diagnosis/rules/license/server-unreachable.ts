import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Fix, Problem } from '../../../domain/finding.ts';
import type { Reached } from '../../../domain/reach.ts';
import type { Tokens } from '../../../probes/tokens.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog } from '../../evidence.ts';
import { contactLine, contactTrouble, deciding, outOfReach, type ContactTrouble } from '../../licence-contact.ts';
import { griddReading, smiSaysLicensed, wholeCardsOnly } from '../../licence-state.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

type Place = { readonly host: string; readonly port: number };

/** Host and port that the token names; else the host of the log. */
function serverNamed(tokens: Fact<Tokens>, logged: string | null): Place {
  const named = valueOf(tokens)?.files[0]?.reading.servers[0];
  return named ? { host: named.host, port: named.ports[0] ?? 443 } : { host: logged ?? '<server>', port: 443 };
}

/** In whose hands the first obstacle lies. */
const WHOSE: Readonly<Record<ContactTrouble, 'dns' | 'way' | 'between' | 'server'>> = {
  unresolved: 'dns',
  'no-such-name': 'dns',
  'no-name-server': 'dns',
  'timed-out': 'way',
  'no-route': 'way',
  failed: 'way',
  refused: 'server',
  silent: 'server',
  'not-tls': 'between',
  broken: 'between',
};

const BY: Readonly<Record<'dns' | 'way' | 'between' | 'server', Fix['by']>> = {
  dns: 'guest',
  way: 'host-admin',
  between: 'host-admin',
  server: 'license-admin',
};

type Told = Pick<Problem, 'detail' | 'fix'>;

/** What our own attempt has shown. */
function tried(lost: Reached, trouble: ContactTrouble, isProxy: boolean): Told {
  const { host, port } = lost.door;
  const whose = WHOSE[trouble];
  return {
    detail: isProxy
      ? say('finding.license.server-unreachable.detail.proxy', { host, port })
      : say(`finding.license.server-unreachable.detail.${trouble}`, { host, port }),
    fix: {
      by: isProxy ? 'guest' : BY[whose],
      steps: [
        isProxy
          ? say('finding.license.server-unreachable.fix.proxy', { host, port })
          : say(`finding.license.server-unreachable.fix.${whose}`, { host, port }),
        say('finding.fix.restart-gridd'),
      ],
    },
  };
}

/** What the service says, where our own attempt shows nothing wrong, or was not made. */
function said({ host, port }: Place, answersNow: boolean): Told {
  if (answersNow)
    return {
      detail: say('finding.license.server-unreachable.detail.now', { host, port }),
      fix: { by: 'guest', steps: [say('finding.fix.restart-gridd')] },
    };
  return {
    detail: say('finding.license.server-unreachable.detail', { host }),
    fix: {
      by: 'guest',
      steps: [
        say('finding.license.server-unreachable.fix.1', { host, port }),
        say('finding.license.server-unreachable.fix.2'),
        say('finding.fix.restart-gridd'),
      ],
    },
  };
}

export const licenseServerUnreachable = defineRule({
  id: 'license.server-unreachable',
  needs: [],
  wants: ['griddConfig', 'griddLog', 'licenceServers', 'nvidiaSmi', 'tokens'],
  judge(facts, { gpus }) {
    const { griddConfig, griddLog, licenceServers, nvidiaSmi, tokens } = facts;
    const { state, line, server } = griddReading(griddLog);
    const lost = wholeCardsOnly(gpus, nvidiaSmi, griddConfig) ? null : outOfReach(licenceServers);
    const trouble = lost && contactTrouble(lost);
    const isSaid = state === 'server-unreachable';
    if (trouble === null && !isSaid) return healthyIfKnown({ griddConfig, griddLog, licenceServers, nvidiaSmi });
    const contacts = deciding(licenceServers).map(({ reached }) => reached);
    const told =
      lost !== null && trouble !== null
        ? tried(lost, trouble, !contacts.includes(lost))
        : said(serverNamed(tokens, server), contacts.length > 0);
    return problem({
      // The lease runs on for a while without the server.
      severity: smiSaysLicensed(nvidiaSmi) ? 'warning' : 'error',
      detail: told.detail,
      evidence: [
        ...(isSaid ? fromGriddLog(line) : []),
        ...[...new Set([...(lost === null ? [] : [lost]), ...contacts])].map(contactLine),
      ],
      fix: told.fix,
    });
  },
});
