import type { Caller } from '../principal/caller.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import { SETTLEMENTS, type Settlement } from './settlement.ts';

/** What the layers said about a request that no statement denies. */
export interface LayerAnswers {
  readonly caller: Caller;
  readonly sameAccount: boolean;
  /** The caller's partition is the resource's, or one of them has none. */
  readonly samePartition: boolean;
  readonly resourcePolicyKind: 'kms' | 'trust' | undefined;
  /** Grades of the resource policy's matching Allow statements. */
  readonly grades: Grades;
  readonly identityAllows: boolean;
  /** True also when there is no boundary. */
  readonly boundaryAllows: boolean;
  readonly hasSession: boolean;
  readonly sessionAllows: boolean;
}

/**
 * Weighs identity-based policies, boundary, session policies and the resource policy, once SCPs, RCPs and
 * the endpoint policy have let the request through and nothing denies it (rules S149 to S164, S171, S172).
 *
 * @param answers - what each layer said.
 */
export function settle(answers: LayerAnswers): Settlement {
  const { caller, grades } = answers;
  const direct = (grades & GRADE.direct) !== 0;
  switch (caller.kind) {
    case 'invalid':
      return SETTLEMENTS['invalid-principal'];
    case 'anonymous':
      return direct ? SETTLEMENTS['anonymous-grant'] : SETTLEMENTS['anonymous-silent'];
    case 'service':
      return direct ? SETTLEMENTS['service-grant'] : SETTLEMENTS['service-silent'];
    case 'federatedIdentity':
      return direct ? SETTLEMENTS['identity-provider-grant'] : SETTLEMENTS['identity-provider-silent'];
    case 'canonicalUser':
      return direct ? SETTLEMENTS['canonical-user-grant'] : SETTLEMENTS['canonical-user-silent'];
    default:
  }
  if (!answers.samePartition) return SETTLEMENTS['partition-crossing'];
  if (caller.kind === 'root') return settleRoot(answers);
  return answers.sameAccount ? settleSameAccount(answers) : settleCrossAccount(answers);
}

function settleRoot(answers: LayerAnswers): Settlement {
  const { grades, sameAccount, resourcePolicyKind } = answers;
  if (answers.hasSession && !answers.sessionAllows) return SETTLEMENTS['root-session-silent'];
  if (sameAccount && resourcePolicyKind === undefined) return SETTLEMENTS['root-implied'];
  return grades === GRADE.none ? SETTLEMENTS['root-silent'] : SETTLEMENTS['root-grant'];
}

function settleCrossAccount(answers: LayerAnswers): Settlement {
  if (answers.grades === GRADE.none) return SETTLEMENTS['cross-account-resource-silent'];
  return principalSide(answers) ?? SETTLEMENTS['cross-account-allow'];
}

function settleSameAccount(answers: LayerAnswers): Settlement {
  const { grades, resourcePolicyKind } = answers;
  if ((grades & GRADE.direct) !== 0) return SETTLEMENTS['resource-grant'];
  if ((grades & GRADE.role) !== 0) return limits(answers) ?? SETTLEMENTS['resource-role-grant'];
  if ((grades & GRADE.user) !== 0) return limits(answers) ?? SETTLEMENTS['resource-user-grant'];
  if (grades === GRADE.none && resourcePolicyKind === 'kms') return SETTLEMENTS['key-policy-silent'];
  if (grades === GRADE.none && resourcePolicyKind === 'trust') return SETTLEMENTS['trust-policy-silent'];
  return principalSide(answers) ?? SETTLEMENTS['identity-allow'];
}

/** What keeps the principal's own policies from allowing; `undefined` if nothing does. */
function principalSide(answers: LayerAnswers): Settlement | undefined {
  return answers.identityAllows ? limits(answers) : SETTLEMENTS['identity-silent'];
}

/** What the boundary or the session policies hold back; `undefined` if nothing. */
function limits(answers: LayerAnswers): Settlement | undefined {
  if (!answers.boundaryAllows) return SETTLEMENTS['boundary-silent'];
  if (answers.hasSession) return answers.sessionAllows ? undefined : SETTLEMENTS['session-silent'];
  return answers.caller.kind === 'federatedSession' ? SETTLEMENTS['federated-without-session'] : undefined;
}
