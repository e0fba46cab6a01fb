import { valueOf } from '../../../domain/fact.ts';
import type { Judgement } from '../../../domain/finding.ts';
import { say } from '../../../words/say.ts';
import { cudaSays, libraryIn } from '../../cuda-error-lines.ts';
import { seen } from '../../evidence.ts';
import { nameOfLibrary } from '../../library-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

/** A program did not find one: whether it is installed at all nobody says. */
function notFound(lines: readonly string[]): Judgement | undefined {
  const name = libraryIn(lines.at(-1) ?? '');
  if (name === undefined) return undefined;
  return problem({
    severity: 'warning',
    detail: say('finding.libraries.not-loading.detail.said', { library: nameOfLibrary[name] }),
    evidence: lines.map((line) => seen('CUDA', line)),
    fix: {
      by: 'guest',
      steps: [
        say('finding.libraries.not-loading.fix.look', { file: `lib${name}` }),
        say('finding.libraries.fix.apply', { key: name }),
      ],
    },
    becauseOf: ['libraries.other-cuda', 'driver.missing'],
  });
}

export const librariesNotLoading = defineRule({
  id: 'libraries.not-loading',
  needs: [],
  wants: ['cudaErrors', 'libraries'],
  judge(facts) {
    const complaint = notFound(cudaSays(facts.cudaErrors, 'no-library'));
    const libraries = valueOf(facts.libraries) ?? [];
    const bad = libraries.filter(({ trouble }) => trouble !== null);
    const [first] = bad;
    if (!first && complaint) return complaint;
    if (!facts.libraries.known) return healthyIfKnown({ libraries: facts.libraries });
    if (libraries.length === 0) return notApplicable('neither cuDNN nor NCCL is installed');
    if (!first) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.libraries.not-loading.detail', { library: nameOfLibrary[first.name], path: first.path }),
      evidence: bad.map(({ path, trouble }) => seen(path, trouble ?? '')),
      fix: {
        by: 'guest',
        steps: [say('finding.libraries.not-loading.fix.1'), say('finding.libraries.fix.apply', { key: first.name })],
      },
      becauseOf: ['libraries.other-cuda'],
    });
  },
});
