import type { PrincipalElement } from '@policywright/policy';
import { actionParts } from './actionParts.ts';
import type { Grade } from './principalElement.ts';
import type { Question } from './question.ts';

/** S33: the services that have gateway endpoints. */
const GATEWAY_SERVICES = ['s3', 's3express', 'dynamodb'];

/** S33: whether the call goes through a gateway endpoint: as is said, else wherever it may. */
export function isGatewayEndpoint({ policies, request }: Question): boolean {
  const kind = policies.flags?.endpointType;
  if (kind !== undefined) return kind === 'gateway';
  return GATEWAY_SERVICES.includes(actionParts(request.action).service);
}

/** S33: in an Allow of a gateway endpoint's policy `*` names everyone, an account its root user, and nothing else anyone. */
export function gatewayGrades(element: PrincipalElement, { caller }: Question): readonly Grade[] {
  if (element.negated) return [];
  const root = `arn:${caller.partition ?? ''}:iam::${caller.account ?? ''}:root`;
  const covers = element.entries.some(
    ({ kind, value }) =>
      kind === 'AWS' &&
      (value === '*' || (caller.kind === 'root' && (value === caller.account || value === root))),
  );
  return covers ? ['direct'] : [];
}
