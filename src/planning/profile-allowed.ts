/** What would have been right where the schema of the profile refuses a value. */
import type * as z from 'zod';
import { say, type Said } from '../words/say.ts';

type Issue = z.core.$ZodIssue;

/** The words that would have been right; [] where it is no list of words. */
export function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  const words: unknown = issue.code === 'custom' ? issue.params?.['words'] : undefined;
  return Array.isArray(words) ? words.map(String) : [];
}

function moreOf({ params }: Extract<Issue, { code: 'custom' }>): 'path' | 'version' | 'version-or-path' {
  const more: unknown = params?.['more'];
  return more === 'path' || more === 'version' ? more : 'version-or-path';
}

function typeName(expected: string): 'boolean' | 'number' | 'text' | 'map' {
  if (expected === 'boolean') return 'boolean';
  if (expected === 'number' || expected === 'int') return 'number';
  return expected === 'object' || expected === 'record' ? 'map' : 'text';
}

/** Why a layout of MIG devices is none. */
function migSaid(issue: Issue): Said | null {
  const kind: unknown = issue.code === 'custom' ? issue.params?.['mig'] : undefined;
  return kind === 'sizes' || kind === 'gpu' || kind === 'shape' || kind === 'off' ? say(`profile.mig.${kind}`) : null;
}

export function allowedBy(issue: Issue): Said | string {
  if (issue.code === 'invalid_type') return say(`profile.type.${typeName(issue.expected)}`);
  if (issue.code === 'too_small') return say(issue.origin === 'string' ? 'profile.type.text' : 'profile.type.range');
  if (issue.code === 'too_big') return say('profile.type.range');
  const mig = migSaid(issue);
  if (mig !== null) return mig;
  const words = wordsOf(issue).join(' | ');
  return issue.code === 'custom' ? say(`profile.words-or.${moreOf(issue)}`, { words }) : words;
}
