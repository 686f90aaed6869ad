import type { KeyTable } from '@policywright/conditions';
import type { EvaluatorOptions, PolicySet, StatementRef } from '@policywright/evaluator';
import { compileSides, statementRef, type CompiledStatement } from '@policywright/evaluator/engine';

/** A statement of a policy set and where it stands. */
export interface PlacedStatement {
  readonly ref: StatementRef;
  readonly statement: CompiledStatement;
}

/** How policies are read. */
export interface ReadingOf {
  readonly evaluator?: EvaluatorOptions | undefined;
  readonly keys?: KeyTable;
}

/**
 * The statements of a policy set in its order, those that cannot be understood and do nothing left out.
 *
 * @param set - the policies.
 * @param reading - readings of open questions, and the table of keys to compile over.
 */
export function statementsOf(
  set: PolicySet,
  { evaluator = {}, keys }: ReadingOf = {},
): readonly PlacedStatement[] {
  const { principal, resource, endpoint } = compileSides(set, evaluator, keys);
  return [principal, resource.side, endpoint]
    .flatMap(({ layers }) => layers.flatMap(({ statements }) => statements))
    .filter(({ takesPart }) => takesPart)
    .map((statement) => ({ ref: statementRef(statement), statement }));
}
