import { parseArn } from '@policywright/arn';
import {
  simulateOperation,
  type OperationCall,
  type OperationDecision,
  type World,
} from '@policywright/operations';
import { readPolicySet, type UncompiledPolicies } from '@policywright/scenario';

/** A call of an API: its operation and the ARN of the caller, whose account is called unless another is given. */
export interface CallGiven
  extends Pick<OperationCall, 'operation'>, Partial<Omit<OperationCall, 'operation'>> {
  readonly principal: string;
}

/**
 * Decides a call of an API with all that it is authorised for: its actions, passed roles, tags and keys.
 *
 * @param policies - of the caller: a document as value or text, a list of identity policies, or policies by layer.
 * @param call - operation and caller; its input, as the SDKs have it, tells which resources it is about.
 * @param world - what is known of resources, such as tags and key policies.
 * @returns the answer, `Depends` where something is not known, and every check.
 * @throws PolicyDocumentError - with the diagnostics, where a document is none.
 */
export function can(policies: UncompiledPolicies, call: CallGiven, world?: World): OperationDecision {
  const account = parseArn(call.principal)?.account ?? '';
  const asked = { account, input: {}, region: undefined, ...call };
  return simulateOperation(readPolicySet(policies), asked, world);
}
