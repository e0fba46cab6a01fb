import type { Tokens } from '../../../probes/tokens.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

/** As NVIDIA's guide wants it: the owner reads, writes and executes, everybody else reads. */
const WANTED = 0o744;
const READABLE = 0o444;

const octal = (mode: number): string => (mode & 0o7777).toString(8).padStart(4, '0');
const isWrong = ({ mode }: Tokens['files'][number]): boolean => (mode & 0o777) !== WANTED;
const isUnreadable = ({ mode }: Tokens['files'][number]): boolean => (mode & READABLE) !== READABLE;

export const licenseTokenPermissions = defineRule({
  id: 'license.token-permissions',
  needs: ['tokens'],
  wants: ['nvidiaSmi'],
  judge({ tokens, nvidiaSmi }) {
    const licensed = smiSaysLicensed(nvidiaSmi);
    // A licence shows that the service could read it: then only a mode that will shut someone out is worth a word.
    const wrong = tokens.files.filter((file) => file.reading.valid && (licensed ? isUnreadable(file) : isWrong(file)));
    const [file] = wrong;
    if (file === undefined) return healthy;
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
