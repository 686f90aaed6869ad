import type { FamilyLimits } from './patternGroup.ts';

/** The limits in full. */
export type ResolvedLimits = Required<FamilyLimits>;

/**
 * @param limits - what the caller says.
 * @returns each limit, the usual where nothing is said.
 */
export function resolveLimits(limits: FamilyLimits): ResolvedLimits {
  const { states = 20_000, steps = 2_000_000, cells = 4096 } = limits;
  return { states, steps, cells };
}
