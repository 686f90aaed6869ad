import { ContextReader } from '@policywright/conditions';
import {
  asciiLowerCase,
  compileSides,
  countedGrades,
  statementOutcome,
} from '@policywright/evaluator/engine';
import type { Policy } from '@policywright/policy';
import { identitySide } from './identitySide.ts';
import type { RequirementPool } from './requirementPool.ts';
import type { Side } from './side.ts';

/**
 * A side that allows what statements are about, whoever asks: with it a question is held to some requests.
 *
 * @param policy - with Allow statements only.
 * @param pool - reads what they ask.
 */
export function patternSide(policy: Policy, pool: RequirementPool): Side {
  const { principal } = compileSides({ identity: [policy] }, {}, pool.keys);
  const statements = principal.layers.flatMap((layer) => layer.statements);
  const reader = new ContextReader(pool.keys);
  return {
    ...identitySide([policy], {}, pool),
    kind: 'pattern',
    settle: ({ action, resource, context }) => {
      reader.load(context);
      const asked = { resource, principalResource: undefined, facts: undefined, reader };
      const isMet = statements.some((statement) => {
        const outcome = statementOutcome(statement, asciiLowerCase(action), asked);
        return countedGrades(statement, outcome) > 0;
      });
      return isMet
        ? { decision: 'Allow', code: 'identity-allow', decisive: undefined }
        : { decision: 'ImplicitDeny', code: 'identity-silent', decisive: undefined };
    },
  };
}
