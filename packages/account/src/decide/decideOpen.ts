import { canHaveKey, federationPresence } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import type { PartialDecision, SidedAuthorizer } from '@policywright/evaluator';

/** What is asked of two sides. */
export interface OpenRequest {
  /** `prefix:Name`. */
  readonly action: string;
  /** Keys that the request has besides those of the sides. */
  readonly context?: RequestContext | undefined;
}

/**
 * Decides over all keys that are not known, but for those that no request for the action has, which are absent:
 * asks again without them as long as the answer hangs on some.
 */
export function decideOpen(
  { decidePartial }: SidedAuthorizer,
  { action, context }: OpenRequest,
): PartialDecision {
  const absent = new Set<string>();
  for (;;) {
    const decision = decidePartial({ action, context, absent: [...absent] });
    const irrelevant = decision.dependsOn.filter((key) => !absent.has(key) && !mayHave(action, key));
    if (irrelevant.length === 0) return decision;
    for (const key of irrelevant) absent.add(key);
  }
}

/** The same keys are asked about for principal after principal. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 10_000;

function mayHave(action: string, key: string): boolean {
  const both = `${action} ${key}`;
  let may = known.get(both);
  if (may === undefined) {
    may = canHaveKey(action, key) || mayBeOfProvider(action, key);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(both, may);
  }
  return may;
}

/** What identity providers tell stays with the session, or is there while a role is assumed by it. */
function mayBeOfProvider(action: string, key: string): boolean {
  const presence = federationPresence(key);
  return presence === 'session' || (presence === 'sign-in' && /^sts:assumerolewith/i.test(action));
}
