import type { FamilyPattern } from './familyPattern.ts';
import { compileFamily, type ProgramGroup } from './familyProgram.ts';
import { FamilySearch } from './familySearch.ts';
import { resolveLimits } from './limits.ts';
import { membersOf } from './universeMembers.ts';
import type { FamilyLimitMet, FamilyLimits } from './patternGroup.ts';

/** A union of patterns, and whether the text has to be in it or outside. What is free needs no mention. */
export interface WantedGroup {
  readonly patterns: readonly FamilyPattern[];
  /** `true`: the text has to match one of the patterns; `false`: none of them. */
  readonly wanted: boolean;
}

/** Such a text, the proof that there is none, or the limit that was met. */
export type FoundText =
  | { readonly outcome: 'text'; readonly text: string; readonly steps: number }
  | { readonly outcome: 'none'; readonly steps: number }
  | FamilyLimitMet;

/** Which texts there are, and how much may be spent. */
export interface FindTextOptions extends Omit<FamilyLimits, 'cells'> {
  /** The texts that exist: those that one of these matches. Left out: every text. */
  readonly universe?: readonly FamilyPattern[];
}

/**
 * Looks for a text that is in some groups and outside of others.
 *
 * It is the search of `groupCells` with an early end: states are cut off where an unwanted group is settled or a
 * wanted one is out of reach, and where another state dominates them (INVARIANT 12).
 *
 * @param groups - what is wanted and what is not; each group's patterns are alternatives.
 * @param options - the universe and the limits.
 * @returns a text, which is short but not always the shortest; `none` when there is no such text, which is a proof; or
 * the limit that was met. Of patterns with symbols the text only shows, as in `groupCells`.
 */
export function findText(groups: readonly WantedGroup[], options: FindTextOptions = {}): FoundText {
  const limits = resolveLimits(options);
  const base = groups.map(({ patterns, wanted }): ProgramGroup => ({
    patterns,
    wanted,
    polarity: wanted ? 'helps' : 'hurts',
  }));
  let steps = 0;
  let limit: keyof FamilyLimits | undefined;
  for (const member of membersOf(options.universe)) {
    const program = compileFamily(
      member === undefined ? base : [...base, { patterns: [member], polarity: 'helps', wanted: true }],
    );
    const search = new FamilySearch(program, { ...limits, steps: limits.steps - steps });
    let text: string | undefined;
    const outcome = search.run((_, state) => {
      text = search.textOf(state);
      return 'stop';
    });
    steps += search.steps;
    if (text !== undefined) return { outcome: 'text', text, steps };
    // Another member may still have a text.
    if (outcome === 'states' || outcome === 'steps') limit = outcome;
  }
  return limit === undefined ? { outcome: 'none', steps } : { outcome: 'limit', limit, steps };
}
