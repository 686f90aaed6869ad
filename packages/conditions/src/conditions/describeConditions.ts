import type { CompiledConditions } from './compileConditions.ts';
import type { ConditionDescription } from './describeCheck.ts';

/**
 * Says what the conditions of a statement compare, for whoever has to find values that they tell apart.
 *
 * @param compiled - the conditions.
 * @returns one description a condition, in the order of the statement; the same objects each time, and with them the same
 * patterns.
 */
export function describeConditions(compiled: CompiledConditions): readonly ConditionDescription[] {
  return compiled.describe();
}
