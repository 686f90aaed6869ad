import type { OperationCall } from '../model/operationCall.ts';
import type { UnlistedNeed } from '../model/unlistedNeed.ts';
import { operationPlan } from '../plan/operationPlan.ts';
import { stackContents } from './stackContents.ts';

/**
 * Lists what a call needs, or may need, that no check of `listChecks` stands for: the resources of a stack whose making asks
 * for actions that no reviewed fact has. While there is any that counts, no call is allowed.
 *
 * @param call - what is called, with which input; never throws on it.
 */
export function unlistedNeeds({ operation, input }: OperationCall): readonly UnlistedNeed[] {
  const plan = operationPlan(operation);
  return plan?.operation.service === 'cloudformation' ? stackContents(plan.name, input).unlisted : [];
}
