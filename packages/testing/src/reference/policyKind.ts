import { actionParts, hasNoResourceSide, isTrustAction } from './actionParts.ts';
import type { Question } from './question.ts';

/** Whether the resource policy is one that has to let the account in before identity policies count. */
export function policyKind({ policies, request }: Question): 'kms' | 'trust' | undefined {
  const action = actionParts(request.action);
  if (hasNoResourceSide(action)) return undefined;
  // A resource that names such a type under another service is none, and is held to the same all the more.
  if (action.service === 'kms' && request.resource.includes(':key/')) return 'kms'; // S171
  if (isTrustAction(action) && request.resource.includes(':role/')) return 'trust'; // S172, S203
  return policies.flags?.resourcePolicyKind;
}
