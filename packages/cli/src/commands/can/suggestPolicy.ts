import type { PolicySet, Request } from '@policywright/evaluator';
import { policyFromValue } from '@policywright/policy';

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

/** Something that policies deny. */
export interface DeniedAccess {
  readonly action: string;
  /** ARN, pattern, or `*`. */
  readonly resource: string;
  readonly context: NonNullable<Request['context']>;
  /** Whether a statement of the caller may be what is missing: not a Deny, and not the trust of a service. */
  readonly isMendable: boolean;
  /** What it is, and why it is denied, in words. */
  readonly why: () => string;
}

/** Keys that tell what a permission is for, so that it need not be given for everything. */
const NARROWING = ['iam:PassedToService', 'kms:ViaService', 'iam:AWSServiceName'];

/**
 * Finds the policy that would let something through, and decides it again with it.
 *
 * @param policies - as they are now.
 * @param deniedUnder - all that is denied under some policies.
 * @returns `undefined` where nothing is denied.
 */
export function suggestPolicy(
  policies: PolicySet,
  deniedUnder: (policies: PolicySet) => readonly DeniedAccess[],
): Suggestion | undefined {
  const denied = deniedUnder(policies);
  if (denied.length === 0) return undefined;
  const mendable = denied.filter(({ isMendable }) => isMendable);
  const document: PolicyToAdd = { Version: '2012-10-17', Statement: statementsFor(mendable) };
  const left = deniedUnder(withPolicy(policies, document));
  if (left.length === 0) return { kind: 'policy', document };
  return { kind: 'stopped', by: [...new Set(left.map(({ why }) => why()))] };
}

function statementsFor(mendable: readonly DeniedAccess[]): readonly StatementToAdd[] {
  const byPlace = new Map<string, { readonly actions: Set<string>; readonly access: DeniedAccess }>();
  for (const access of mendable) {
    const key = JSON.stringify([access.resource, narrowing(access)]);
    const known = byPlace.get(key) ?? { actions: new Set<string>(), access };
    known.actions.add(access.action);
    byPlace.set(key, known);
  }
  return [...byPlace.values()].map(({ actions, access }) => {
    const equal = narrowing(access);
    return {
      Effect: 'Allow',
      Action: [...actions].toSorted(),
      Resource: access.resource,
      ...(equal && { Condition: { StringEquals: equal } }),
    };
  });
}

function narrowing({
  context,
}: DeniedAccess): Readonly<Record<string, string | readonly string[]>> | undefined {
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
