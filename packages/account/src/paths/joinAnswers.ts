import type { OpenAnswer } from '../decide/settlePair.ts';
import type { PathHop } from '../model/pathHop.ts';

/** What comes of several answers of which each must hold. */
export function joinAnswers(answers: readonly OpenAnswer[]): OpenAnswer {
  return {
    answer: answers.every(({ answer }) => answer === 'certainly') ? 'certainly' : 'perhaps',
    keys: [...new Set(answers.flatMap(({ keys }) => keys))],
    gaps: [...new Set(answers.flatMap(({ gaps }) => gaps))],
  };
}

/** A hop whose gain the source has only by becoming somebody. */
export function followedBy(hop: PathHop, next: PathHop): PathHop {
  return {
    ...hop,
    words: `${hop.words}, and ${next.words}`,
    over: next.to,
    checks: [...hop.checks, ...next.checks],
    ...joinAnswers([hop, next]),
  };
}
