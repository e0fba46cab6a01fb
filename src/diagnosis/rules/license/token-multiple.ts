import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { TokenListing } from '../../../probes/token-listing.ts';
import type { Tokens } from '../../../probes/tokens.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

/** Where nobody could look into them, their names count. */
function shown(tokens: Fact<Tokens>, listing: Fact<TokenListing>): { folder: string; lines: readonly Evidence[] } {
  if (tokens.known) {
    const { folder, files } = tokens.value;
    return { folder, lines: files.map(({ path, reading }) => seen('ls', `${path} (${reading.trouble})`)) };
  }
  const { folder = '', files = [] } = valueOf(listing) ?? {};
  return { folder, lines: files.filter(({ path }) => path.endsWith('.tok')).map(({ path }) => seen('ls', path)) };
}

export const licenseTokenMultiple = defineRule({
  id: 'license.token-multiple',
  needs: [],
  wants: ['tokens', 'tokenListing'],
  judge({ tokens, tokenListing }) {
    const { folder, lines } = shown(tokens, tokenListing);
    // What was pasted of a listing need not be all of it.
    if (lines.length < 2) return healthyIfKnown({ tokens });
    return problem({
      severity: 'warning',
      detail: say('finding.license.token-multiple.detail', { count: lines.length, folder }),
      evidence: lines,
      fix: { by: 'guest', steps: [say('finding.license.token-multiple.fix.1'), say('finding.fix.restart-gridd')] },
    });
  },
});
