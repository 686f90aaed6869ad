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
  const mayHave = (key: string): boolean => canHaveKey(action, key) || mayBeOfProvider(action, key);
  for (;;) {
    const decision = decidePartial({ action, context, absent: [...absent] });
    const irrelevant = decision.dependsOn.filter((key) => !absent.has(key) && !mayHave(key));
    if (irrelevant.length === 0) return decision;
    for (const key of irrelevant) absent.add(key);
  }
}

/** What identity providers tell stays with the session, or is there while a role is assumed by it. */
function mayBeOfProvider(action: string, key: string): boolean {
  const presence = federationPresence(key);
  return presence === 'session' || (presence === 'sign-in' && /^sts:assumerolewith/i.test(action));
}
