import type { Fact } from '../../../domain/fact.ts';
import type { Evidence, Judgement } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { LicenceServers } from '../../../probes/licence-servers.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog, seen } from '../../evidence.ts';
import { certificateLine, certificateTrouble, clockOff, deciding, place } from '../../licence-contact.ts';
import { griddReading, lacksLicence, smiSaysLicensed, wholeCardsOnly } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';

type Shown = { readonly detail: Message; readonly evidence: readonly Evidence[] };

/** By the server's own clock, or by a certificate that is not to be used yet: nobody hands one out before its time. */
function shownBy(servers: Fact<LicenceServers>, now: string): Shown | null {
  const off = clockOff(servers);
  if (off !== null) {
    const { minutes, reached } = off;
    const values = { minutes: Math.abs(minutes), host: reached.door.host };
    return {
      detail:
        minutes > 0
          ? say('finding.license.clock-skew.detail.behind', values)
          : say('finding.license.clock-skew.detail.ahead', values),
      evidence: [seen(place(reached), reached.clock?.server ?? ''), seen('clock', reached.clock?.guest ?? now)],
    };
  }
  const early = deciding(servers).find(({ reached }) => certificateTrouble(reached, now) === 'not-yet-valid')?.reached;
  if (early?.handshake.kind !== 'done') return null;
  const { certificate } = early.handshake;
  return {
    detail: say('finding.license.clock-skew.detail.certificate', {
      host: early.door.host,
      from: certificate.validFrom,
      now,
    }),
    evidence: [certificateLine(early, certificate), seen('clock', now)],
  };
}

/** `line`: what the service logged of it, where it did. */
const told = (line: string | null, shown: Shown | null): Judgement =>
  problem({
    severity: 'error',
    detail: shown?.detail ?? say('finding.license.clock-skew.detail'),
    evidence: [...fromGriddLog(line), ...(shown?.evidence ?? [])],
    fix: {
      by: 'guest',
      steps: [
        say('finding.license.clock-skew.fix.1'),
        say('finding.license.clock-skew.fix.2'),
        say('finding.fix.restart-gridd'),
        ...(line === null ? [] : [say('finding.license.clock-skew.fix.3')]),
      ],
    },
  });

export const licenseClockSkew = defineRule({
  id: 'license.clock-skew',
  needs: [],
  wants: ['griddConfig', 'griddLog', 'licenceServers', 'nvidiaSmi'],
  judge(facts, { gpus, now }) {
    const { griddConfig, griddLog, licenceServers, nvidiaSmi } = facts;
    if (smiSaysLicensed(nvidiaSmi)) return healthy;
    if (wholeCardsOnly(gpus, nvidiaSmi, griddConfig)) return healthyIfKnown({ griddConfig, nvidiaSmi });
    const { state, line } = griddReading(griddLog);
    const isSaid = state === 'clock-skew';
    const shown = lacksLicence({ griddLog, nvidiaSmi }) ? shownBy(licenceServers, now) : null;
    if (!isSaid && shown === null) return healthyIfKnown({ griddConfig, griddLog, licenceServers, nvidiaSmi });
    return told(isSaid ? line : null, shown);
  },
});
