import type { Ignorance } from '../domain/fact.ts';
import { say, type Said } from './say.ts';

/** Why something could not be read, as a sentence. */
export function ignoranceSaid(ignorance: Ignorance): Said {
  switch (ignorance.kind) {
    case 'tool-missing':
      return say('ignorance.tool-missing', { tool: ignorance.tool });
    case 'permission-denied':
      return say('ignorance.permission-denied', { target: ignorance.target });
    case 'timed-out':
      return say('ignorance.timed-out', { target: ignorance.target, seconds: Math.round(ignorance.afterMs / 1000) });
    case 'unreadable':
      return say('ignorance.unreadable', { source: ignorance.source, excerpt: ignorance.excerpt });
    case 'not-in-source':
      return say('ignorance.not-in-source');
    case 'unsupported-platform':
      return say('ignorance.unsupported-platform', { platform: ignorance.platform });
    case 'probe-crashed':
      return say('ignorance.probe-crashed', { message: ignorance.message });
  }
}
