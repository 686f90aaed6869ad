import type { Caller } from '../principal/caller.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import { SETTLEMENTS, type Settlement } from '../settlement/settlement.ts';

/** What the layers said about a request that no statement denies. */
export interface LayerAnswers {
  readonly caller: Caller;
  readonly sameAccount: boolean;
  /** The caller's partition is the resource's, or one of them has none. */
  readonly samePartition: boolean;
  readonly resourcePolicyKind: 'kms' | 'trust' | undefined;
  /** Whether a policy of the resource is given, which says nothing of what it allows. */
  readonly resourcePolicyGiven: boolean;
  /** A grant of the resource policy alone is not enough (rule S203). */
  readonly needsBothSides: boolean;
  /** The caller is a federated session of the root user, which has session policies only (rule S200). */
  readonly federatedByRoot: boolean;
  /** What the KMS key's grants allow: the caller, its account, or neither (rule S208). */
  readonly grant: 'caller' | 'account' | 'none';
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
 * the endpoint policy have let the request through and nothing denies it (rules S149 to S164, S171, S172,
 * S200, S203 and S208).
 *
 * @param answers - what each layer said.
 */
export function settle(answers: LayerAnswers): Settlement {
  const { caller, grades } = answers;
  // Behind a session of root stands no user of its name (rule S200).
  if (answers.federatedByRoot && (grades & GRADE.user) !== 0) return settle(withoutUser(answers));
  const direct = (grades & GRADE.direct) !== 0;
  switch (caller.kind) {
    case 'invalid':
      return SETTLEMENTS['invalid-principal'];
    case 'anonymous':
      return direct ? SETTLEMENTS['anonymous-grant'] : SETTLEMENTS['anonymous-silent'];
    case 'service':
      if (direct) return SETTLEMENTS['service-grant'];
      return answers.grant === 'caller' ? byGrant(answers) : SETTLEMENTS['service-silent'];
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

function withoutUser(answers: LayerAnswers): LayerAnswers {
  return { ...answers, grades: answers.grades & ~GRADE.user };
}

function settleRoot(answers: LayerAnswers): Settlement {
  const { sameAccount, resourcePolicyKind } = answers;
  if (answers.hasSession && !answers.sessionAllows) return SETTLEMENTS['root-session-silent'];
  if (sameAccount && resourcePolicyKind === undefined) return SETTLEMENTS['root-implied'];
  if (isCovered(answers)) return SETTLEMENTS['root-grant'];
  return unknownPolicy(answers) ?? SETTLEMENTS['root-silent'];
}

function settleCrossAccount(answers: LayerAnswers): Settlement {
  if (answers.grant === 'caller') return byGrant(answers);
  if (!isCovered(answers)) return unknownPolicy(answers) ?? SETTLEMENTS['cross-account-resource-silent'];
  return principalSide(answers) ?? SETTLEMENTS['cross-account-allow'];
}

function settleSameAccount(answers: LayerAnswers): Settlement {
  const { grades, resourcePolicyKind } = answers;
  if ((grades & GRADE.direct) !== 0) return ownSide(answers) ?? SETTLEMENTS['resource-grant'];
  if ((grades & (GRADE.role | GRADE.user)) !== 0) {
    const held = limits(answers) ?? ownSide(answers);
    const named = (grades & GRADE.role) !== 0 ? 'resource-role-grant' : 'resource-user-grant';
    return held ?? SETTLEMENTS[named];
  }
  if (answers.grant === 'caller') return byGrant(answers);
  if (resourcePolicyKind !== undefined && !isCovered(answers)) {
    const silent = resourcePolicyKind === 'kms' ? 'key-policy-silent' : 'trust-policy-silent';
    return unknownPolicy(answers) ?? SETTLEMENTS[silent];
  }
  const allowed = answers.federatedByRoot ? 'session-allow' : 'identity-allow';
  return principalSide(answers) ?? SETTLEMENTS[allowed];
}

/** A grant is enough alone, but a key policy that is not given may hold a Deny (rules S171 and S208). */
function byGrant(answers: LayerAnswers): Settlement {
  return unknownPolicy(answers) ?? limits(answers) ?? SETTLEMENTS['kms-grant'];
}

/** Whether the resource policy, or a grant of the key to the caller's account, covers the caller in any way. */
function isCovered({ grades, grant, resourcePolicyGiven }: LayerAnswers): boolean {
  return grades !== GRADE.none || (grant === 'account' && resourcePolicyGiven);
}

/** That a key or role is asked about whose own policy is not given (rules S171 and S172). */
function unknownPolicy({ resourcePolicyKind, resourcePolicyGiven }: LayerAnswers): Settlement | undefined {
  if (resourcePolicyKind === undefined || resourcePolicyGiven) return undefined;
  return SETTLEMENTS[resourcePolicyKind === 'kms' ? 'key-policy-unknown' : 'trust-policy-unknown'];
}

/** What the caller's own policies hold back where a grant of the resource policy is not enough. */
function ownSide(answers: LayerAnswers): Settlement | undefined {
  return answers.needsBothSides ? principalSide(answers) : undefined;
}

/** What keeps the principal's own policies from allowing; `undefined` if nothing does. */
function principalSide(answers: LayerAnswers): Settlement | undefined {
  const { identityAllows, federatedByRoot } = answers;
  return identityAllows || federatedByRoot ? limits(answers) : SETTLEMENTS['identity-silent'];
}

/** What the boundary or the session policies hold back; `undefined` if nothing. AWS services have neither. */
function limits(answers: LayerAnswers): Settlement | undefined {
  if (answers.caller.kind === 'service') return undefined;
  if (!answers.boundaryAllows) return SETTLEMENTS['boundary-silent'];
  if (answers.hasSession) return answers.sessionAllows ? undefined : SETTLEMENTS['session-silent'];
  return answers.caller.kind === 'federatedSession' ? SETTLEMENTS['federated-without-session'] : undefined;
}
