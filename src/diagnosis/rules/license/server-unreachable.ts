import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Tokens } from '../../../probes/tokens.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog } from '../../evidence.ts';
import { griddReading, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

/** Host and port that the token names; else the host of the log. */
function serverNamed(tokens: Fact<Tokens>, logged: string | null): { readonly host: string; readonly port: number } {
  const named = valueOf(tokens)?.files[0]?.reading.servers[0];
  return named ? { host: named.host, port: named.ports[0] ?? 443 } : { host: logged ?? '<server>', port: 443 };
}

export const licenseServerUnreachable = defineRule({
  id: 'license.server-unreachable',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi', 'tokens'],
  judge(facts) {
    const { state, line, server } = griddReading(facts.griddLog);
    if (state !== 'server-unreachable') return healthyIfKnown({ griddLog: facts.griddLog });
    const { host, port } = serverNamed(facts.tokens, server);
    return problem({
      // The lease runs on for a while without the server.
      severity: smiSaysLicensed(facts.nvidiaSmi) ? 'warning' : 'error',
      detail: say('finding.license.server-unreachable.detail', { host }),
      evidence: fromGriddLog(line),
      fix: {
        by: 'guest',
        steps: [
          say('finding.license.server-unreachable.fix.1', { host, port }),
          say('finding.license.server-unreachable.fix.2'),
          say('finding.fix.restart-gridd'),
        ],
      },
    });
  },
});
