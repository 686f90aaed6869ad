import { compile, type Authorizer, type EvaluatorOptions } from '@policywright/evaluator';
import { compileSides, GRADE, reservedParts } from '@policywright/evaluator/engine';
import type { Policy } from '@policywright/policy';
import type { Box } from './box.ts';
import { delegatingPolicy } from './delegatingPolicy.ts';
import type { RequirementPool } from './requirementPool.ts';
import { SINGLE_LAYER, type Side } from './side.ts';

/**
 * Identity-based policies by themselves: what they allow a principal on resources of its own account, which leave
 * it to the account's policies as keys and roles can (rules S171 and S172).
 *
 * @param policies - managed and inline.
 * @param options - readings of open questions.
 * @param pool - reads what statements ask.
 */
export function identitySide(
  policies: readonly Policy[],
  options: EvaluatorOptions,
  pool: RequirementPool,
): Side {
  const { principal } = compileSides({ identity: policies }, options, pool.keys);
  const boxes: Omit<Box, 'sides'>[] = [];
  for (const statement of principal.layers.flatMap((layer) => layer.statements)) {
    if (!statement.takesPart) continue;
    const requirements = pool.askedBy(statement, options.conditions);
    if (requirements === 'never') continue;
    boxes.push({ deny: statement.deny, layer: 0, grades: GRADE.none, requirements, statement });
  }
  let compiled: Authorizer | undefined;
  // Compiled when the first request is replayed: most questions are settled without one.
  const authorizer = (): Authorizer =>
    (compiled ??= compile({ identity: policies, resource: delegatingPolicy() }, options));
  return {
    kind: SINGLE_LAYER.key,
    needsAllow: true,
    boxes,
    gaps: [],
    weighingOf: (action) => reservedParts(action).join(),
    reservedParts,
    circumstances: () => [],
    weigherOf: () => SINGLE_LAYER,
    set: { identity: policies },
    settle: (request) => authorizer().explain(request),
    allows: (request) => authorizer().decide(request) === 'Allow',
  };
}
