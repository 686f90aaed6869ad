import type { Explanation, PolicySet } from '@policywright/evaluator';
import type { RequiredCheck } from '../model/check.ts';
import type { World } from '../model/world.ts';
import type { Bound } from '../policies/boundPolicy.ts';
import { compiledPolicies } from '../policies/compiledPolicies.ts';
import { asWritten } from './asWritten.ts';
import { bearingOn } from './bearing.ts';
import { inAccount, requestOf } from './decideCheck.ts';

/**
 * Says why a check is decided as it is, with every statement: the evaluator's explanation, in which keys that are unknown
 * count as absent. Of a resource of which a pattern is known, those count that bear on all that it stands for, if they
 * decide; else those that bear on some of it. An element that covers some of it only is `undecided`.
 *
 * @param policies - the same object as for `simulateOperation`.
 * @param check - of `listChecks` or `simulateOperation`.
 * @param world - the same as for these.
 */
export function explainCheck(policies: PolicySet, check: RequiredCheck, world: World = {}): Explanation {
  const account = accountOf(check);
  const compiled = compiledPolicies(policies);
  const { under, underlying } = bearingOn(check, { compiled, policies, world, account });
  const situation = { world, underlying };
  if (check.resource !== undefined)
    return compiled.authorizer(under).explain(requestOf(check, check.resource, situation));
  const pattern = check.resourcePattern ?? '*';
  const request = requestOf(check, inAccount(pattern, account), situation);
  const explained = (bound: Bound): Explanation => compiled.bound(under, pattern, bound).explain(request);
  const least = explained('least');
  return asWritten(least.decision === 'Allow' ? least : explained('most'), {
    pattern,
    written: compiled.authorizer(under).explain(request),
  });
}

function accountOf({ context }: RequiredCheck): string {
  const account = context['aws:PrincipalAccount'];
  return typeof account === 'string' ? account : '';
}
