import type { PolicySet } from '@policywright/evaluator';
import type { Check, OperationDecision } from '@policywright/operations';
import { policyFromValue } from '@policywright/policy';
import type { AskedCall } from './askCall.ts';
import { nameStatements } from './nameStatements.ts';

/** What would let a call through. */
export type Suggestion =
  | { readonly kind: 'policy'; readonly document: PolicyToAdd }
  /** No identity-based policy of the caller is enough: what stops it, in words. */
  | { readonly kind: 'stopped'; readonly by: readonly string[] };

/** A document to attach to the caller. */
export interface PolicyToAdd {
  readonly Version: '2012-10-17';
  readonly Statement: readonly StatementToAdd[];
}

interface StatementToAdd {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition?: Readonly<Record<'StringEquals', Readonly<Record<string, string | readonly string[]>>>>;
}

/** Keys that tell what a permission is for, so that it need not be given for everything. */
const NARROWING = ['iam:PassedToService', 'kms:ViaService', 'iam:AWSServiceName'];

/**
 * Finds the policy that would let a call through, and decides the call again with it.
 *
 * @param asked - the call.
 * @param decision - as it is now.
 * @returns `undefined` where nothing is denied.
 */
export function suggestPolicy(asked: AskedCall, decision: OperationDecision): Suggestion | undefined {
  const denied = decision.checks.filter((check) => isDenied(check));
  if (denied.length === 0) return undefined;
  const mendable = denied.filter((check) => isMendable(check));
  const document: PolicyToAdd = { Version: '2012-10-17', Statement: statementsFor(mendable) };
  const policies = withPolicy(asked.policies, document);
  const left = asked.ask(policies).checks.filter((check) => isDenied(check));
  if (left.length === 0) return { kind: 'policy', document };
  const by = left.map(
    (check) =>
      `${check.action} on ${check.resource ?? '*'}: ${nameStatements(asked.explain(check, policies).summary, policies)}`,
  );
  return { kind: 'stopped', by: [...new Set(by)] };
}

function isDenied({ decision, need }: Check): boolean {
  return decision.answer === 'Denied' && need !== 'perhaps';
}

/** Whether a statement of the caller may be what is missing: not a Deny, and not the trust of a service. */
function isMendable(check: Check): boolean {
  return check.reason !== 'trust' && !check.decision.possible.includes('ExplicitDeny');
}

function statementsFor(checks: readonly Check[]): readonly StatementToAdd[] {
  const byPlace = new Map<string, { readonly actions: Set<string>; readonly check: Check }>();
  for (const check of checks) {
    const key = JSON.stringify([check.resource ?? check.resourcePattern, narrowing(check)]);
    const known = byPlace.get(key) ?? { actions: new Set<string>(), check };
    known.actions.add(check.action);
    byPlace.set(key, known);
  }
  return [...byPlace.values()].map(({ actions, check }) => {
    const equal = narrowing(check);
    return {
      Effect: 'Allow',
      Action: [...actions].toSorted(),
      Resource: check.resource ?? check.resourcePattern ?? '*',
      ...(equal && { Condition: { StringEquals: equal } }),
    };
  });
}

function narrowing({ context }: Check): Readonly<Record<string, string | readonly string[]>> | undefined {
  const entries = NARROWING.flatMap((key) => {
    const value = context[key];
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function withPolicy(policies: PolicySet, document: PolicyToAdd): PolicySet {
  const read = policyFromValue(document);
  if (!read.ok || document.Statement.length === 0) return policies;
  return { ...policies, identity: [...(policies.identity ?? []), read.policy] };
}
