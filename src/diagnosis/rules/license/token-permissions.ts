import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Judgement } from '../../../domain/finding.ts';
import type { TokenListing } from '../../../probes/token-listing.ts';
import type { Tokens } from '../../../probes/tokens.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

/** As NVIDIA's guide wants it: the owner reads, writes and executes, everybody else reads. */
const WANTED = 0o744;
const READABLE = 0o444;

const octal = (mode: number): string => (mode & 0o7777).toString(8).padStart(4, '0');

type Shown = { readonly path: string; readonly mode: number };

const isWrong = ({ mode }: Shown): boolean => (mode & 0o777) !== WANTED;
const isUnreadable = ({ mode }: Shown): boolean => (mode & READABLE) !== READABLE;

/** Of what is no token the mode does not matter; where nobody could look into them, their names count. */
function shown(tokens: Fact<Tokens>, listing: Fact<TokenListing>): readonly Shown[] {
  if (tokens.known)
    return tokens.value.files.flatMap(({ path, mode, reading }) => (reading.valid && mode !== null ? [{ path, mode }] : []));
  return (valueOf(listing)?.files ?? []).flatMap(({ path, mode }) =>
    mode !== null && path.endsWith('.tok') ? [{ path, mode }] : [],
  );
}

/** Windows: its access list keeps the service out. */
const shutToService = (tokens: Fact<Tokens>): string | undefined =>
  valueOf(tokens)?.files.find(({ reading, serviceMayRead }) => reading.valid && serviceMayRead === false)?.path;

const shutOut = (path: string): Judgement =>
  problem({
    severity: 'warning',
    detail: say('finding.license.token-permissions.detail.service', { path }),
    evidence: [seen('icacls', `${path}: LocalSystem -`)],
    fix: { by: 'guest', steps: [say('finding.license.token-permissions.fix.1', { path }), say('finding.fix.restart-gridd')] },
  });

export const licenseTokenPermissions = defineRule({
  id: 'license.token-permissions',
  needs: [],
  wants: ['nvidiaSmi', 'tokens', 'tokenListing'],
  judge({ tokens, tokenListing, nvidiaSmi }) {
    const licensed = smiSaysLicensed(nvidiaSmi);
    const shut = licensed ? undefined : shutToService(tokens);
    if (shut !== undefined) return shutOut(shut);
    // A licence shows that the service could read it: then only a mode that will shut someone out is worth a word.
    const wrong = shown(tokens, tokenListing).filter(licensed ? isUnreadable : isWrong);
    const [file] = wrong;
    if (file === undefined) return healthyIfKnown({ tokens });
    return problem({
      severity: 'warning',
      detail: say('finding.license.token-permissions.detail', { path: file.path, mode: octal(file.mode) }),
      evidence: wrong.map(({ path, mode }) => seen('ls -l', `${octal(mode)} ${path}`)),
      fix: {
        by: 'guest',
        steps: [say('finding.license.token-permissions.fix.1', { path: file.path }), say('finding.fix.restart-gridd')],
      },
    });
  },
});
