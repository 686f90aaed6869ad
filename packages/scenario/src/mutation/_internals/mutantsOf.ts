import type { Policy, Statement } from '@policywright/policy';
import type { TestedDocument } from '../../tested/testedDocuments.ts';
import { conditionMutants } from './conditionMutants.ts';
import { dropStatement } from './dropStatement.ts';
import { actionMutants, resourceMutants } from './elementMutants.ts';
import type { Mutant } from './mutant.ts';
import { principalMutants } from './principalMutants.ts';
import type { ExpandActions } from './samePatterns.ts';

/** A mutant and the policy that it makes. */
export interface MutatedPolicy {
  readonly mutant: Mutant;
  readonly policy: Policy;
}

/** Lists the mutants of a document, each with one mistake. */
export function mutantsOf(
  document: TestedDocument,
  expandActions: ExpandActions | undefined,
): readonly MutatedPolicy[] {
  const { policy } = document;
  return policy.statements.flatMap((statement) => {
    const source = { document, statement, expandActions };
    const mutants = [
      dropStatement(policy, statement),
      ...actionMutants(source),
      ...resourceMutants(source),
      ...principalMutants(statement),
      ...conditionMutants(policy, statement),
    ];
    return mutants.map((mutant) => ({ mutant, policy: replaced(policy, statement, mutant.statement) }));
  });
}

function replaced(policy: Policy, old: Statement, by: Statement | undefined): Policy {
  const statements = policy.statements.flatMap((statement) => (statement === old ? (by ?? []) : statement));
  return { ...policy, statements };
}
