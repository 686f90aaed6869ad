import { coversAction, type CompiledStatement } from '@policywright/evaluator/engine';
import type { FoundActions } from '../witness/findRequest.ts';

/**
 * The patterns by which a statement covers actions that nobody lists and the universe does not know.
 *
 * @param statement - with `NotAction`, `*` stands for all that it does not list.
 * @param found - the actions of a part; where they may not be all, each pattern of the statement may cover more.
 */
export function futureActions(
  { source: { action }, actions }: CompiledStatement,
  { others, isComplete }: Pick<FoundActions, 'others' | 'isComplete'>,
): readonly string[] {
  if (isComplete && others.length === 0) return [];
  if (action.negated) return ['*'];
  // INVARIANT: patterns are compiled in the order of the values.
  return action.values.filter((_text: string, index: number) => {
    const pattern = actions[index];
    return (
      !isComplete || (pattern !== undefined && others.some((one) => coversAction(pattern, one, 'match')))
    );
  });
}
