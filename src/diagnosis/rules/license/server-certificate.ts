import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence, Problem } from '../../../domain/finding.ts';
import type { Certificate, Reached } from '../../../domain/reach.ts';
import type { LicenceServers } from '../../../probes/licence-servers.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog, seen } from '../../evidence.ts';
import { certificateLine, certificateTrouble, deciding, type CertificateTrouble } from '../../licence-contact.ts';
import { griddReading, lacksLicence, smiSaysLicensed, wholeCardsOnly } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';

type Shown = { readonly reached: Reached; readonly certificate: Certificate; readonly trouble: CertificateTrouble };

/** The first server's, where none shows one without trouble. */
function refused(servers: Fact<LicenceServers>, now: string): Shown | null {
  const shown = deciding(servers).flatMap(({ reached }) =>
    reached.handshake.kind === 'done'
      ? [{ reached, certificate: reached.handshake.certificate, trouble: certificateTrouble(reached, now) }]
      : [],
  );
  const [first] = shown;
  if (first === undefined || shown.some(({ trouble }) => trouble === null) || first.trouble === null) return null;
  return { ...first, trouble: first.trouble };
}

/** Somebody's own tool did not accept the certificate, and the licence client would mind the same. */
const turnedAway = (servers: Fact<LicenceServers>): readonly Evidence[] =>
  (valueOf(servers)?.contacts ?? []).flatMap(({ namedIn, refusal }) =>
    refusal === undefined ? [] : [seen(namedIn, refusal)],
  );

const REASONS: readonly string[] = ['license.clock-skew'];

function ofShown({ reached, certificate, trouble }: Shown, now: string): Omit<Problem, 'kind'> {
  const { host } = reached.door;
  const { issuer, subject, validFrom, validTo } = certificate;
  const details = {
    expired: say('finding.license.server-certificate.detail.expired', { host, until: validTo, now }),
    'not-yet-valid': say('finding.license.server-certificate.detail.not-yet-valid', { host, from: validFrom, now }),
    'other-name': say('finding.license.server-certificate.detail.other-name', { host, subject }),
    intercepted: say('finding.license.server-certificate.detail.intercepted', { host, issuer }),
  } as const;
  return {
    severity: 'error',
    detail: details[trouble],
    evidence: [certificateLine(reached, certificate), ...(trouble === 'not-yet-valid' ? [seen('clock', now)] : [])],
    fix:
      trouble === 'intercepted'
        ? {
            by: 'host-admin',
            steps: [
              say('finding.license.server-certificate.fix.intercepted', { host, issuer }),
              say('finding.fix.restart-gridd'),
            ],
          }
        : {
            by: 'license-admin',
            steps: [
              say(`finding.license.server-certificate.fix.${trouble === 'other-name' ? 'name' : 'times'}`, { host }),
              say('finding.fix.restart-gridd'),
            ],
          },
    becauseOf: REASONS,
  };
}

/** The server has answered in full: its certificate was taken. */
const ANSWERED: readonly string[] = ['licensed', 'no-entitlement'];

export const licenseServerCertificate = defineRule({
  id: 'license.server-certificate',
  needs: [],
  wants: ['griddConfig', 'griddLog', 'licenceServers', 'nvidiaSmi'],
  judge(facts, { gpus, now }) {
    const { griddConfig, griddLog, licenceServers, nvidiaSmi } = facts;
    const { state, line } = griddReading(griddLog);
    if (smiSaysLicensed(nvidiaSmi)) return healthy;
    if (wholeCardsOnly(gpus, nvidiaSmi, griddConfig)) return healthyIfKnown({ griddConfig, nvidiaSmi });
    const isAsked = lacksLicence({ griddLog, nvidiaSmi }) && !ANSWERED.includes(state);
    const shown = isAsked ? refused(licenceServers, now) : null;
    const isSaid = state === 'server-certificate';
    const logged = isSaid ? fromGriddLog(line) : [];
    if (shown !== null) {
      const found = ofShown(shown, now);
      return problem({ ...found, evidence: [...logged, ...found.evidence] });
    }
    const evidence = [...logged, ...(isAsked ? turnedAway(licenceServers) : [])];
    if (evidence.length === 0) return healthyIfKnown({ griddConfig, griddLog, licenceServers, nvidiaSmi });
    return problem({
      severity: 'error',
      detail: say('finding.license.server-certificate.detail'),
      evidence,
      fix: {
        by: 'license-admin',
        steps: [
          say('finding.license.server-certificate.fix.1'),
          say('finding.license.server-certificate.fix.2'),
          say('finding.fix.restart-gridd'),
        ],
      },
      becauseOf: REASONS,
    });
  },
});
