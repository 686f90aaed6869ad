import { compile, type Request } from '@policywright/evaluator';
import type { Condition } from '@policywright/policy';
import { readPolicy } from '@policywright/scenario';
import type { GuardRail } from '../guardRail.ts';

/** Judged as an identity policy would be, whoever the caller is. */
const BYSTANDER = 'arn:aws:iam::111122223333:user/alice';

/** A guard rail, read. */
export interface GuardScope {
  /** The conditions under which an Allow is fine. */
  readonly unless: readonly Condition[];
  /** Whether the guard rail forbids that the request be allowed. */
  readonly forbids: (request: Request) => boolean;
}

/**
 * Reads a guard rail as a statement, so that its patterns and conditions mean what they mean in policies.
 *
 * @throws PolicyDocumentError - where its condition block is none.
 */
export function guardScope(guard: GuardRail): GuardScope {
  const policy = readPolicy({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: guard.action,
      Resource: guard.resource ?? '*',
      ...(guard.unless !== undefined && { Condition: guard.unless }),
    },
  });
  const authorizer = compile({ identity: [policy] });
  const forbids = (request: Request): boolean => {
    const { layers } = authorizer.explain({ ...request, principal: BYSTANDER });
    const report = layers.find(({ layer }) => layer === 'identity')?.statements[0];
    if (report?.action.result !== 'true' || report.resource?.result === 'false') return false;
    return guard.unless === undefined || report.conditions.some(({ result }) => result !== 'true');
  };
  return { unless: policy.statements[0]?.conditions ?? [], forbids };
}
