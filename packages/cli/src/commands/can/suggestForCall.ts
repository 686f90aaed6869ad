import type { Check, OperationDecision } from '@policywright/operations';
import type { AskedCall } from './askCall.ts';
import { nameStatements } from './nameStatements.ts';
import { suggestPolicy, type DeniedAccess, type Suggestion } from './suggestPolicy.ts';

/**
 * Finds the policy that would let a call through, and decides the call again with it.
 *
 * @param asked - the call.
 * @returns `undefined` where nothing is denied.
 */
export function suggestForCall({
  policies,
  ask,
  explain,
}: Pick<AskedCall, 'policies' | 'ask' | 'explain'>): Suggestion | undefined {
  return suggestPolicy(policies, (under) =>
    deniedOf(ask(under), (check) => nameStatements(explain(check, under).summary, under)),
  );
}

function deniedOf({ checks }: OperationDecision, explain: (check: Check) => string): readonly DeniedAccess[] {
  return checks.filter(isDenied).map((check) => ({
    action: check.action,
    resource: check.resource ?? check.resourcePattern ?? '*',
    context: check.context,
    isMendable: check.reason !== 'trust' && !check.decision.possible.includes('ExplicitDeny'),
    why: () => `${check.action} on ${check.resource ?? '*'}: ${explain(check)}`,
  }));
}

function isDenied({ decision, need }: Check): boolean {
  return decision.answer === 'Denied' && need !== 'perhaps';
}
