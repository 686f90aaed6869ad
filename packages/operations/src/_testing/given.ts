import type { ActionName } from '@policywright/catalog';
import type { PolicySet } from '@policywright/evaluator';
import { parsePolicy, type Policy } from '@policywright/policy';
import type { OperationCall, OperationInput } from '../model/operationCall.ts';

/** The account of the calls. */
export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** Reads a policy of one or more statements, each with `Effect: Allow` and `Resource: *` unless it says otherwise. */
export function policyOf(...statements: readonly Readonly<Record<string, unknown>>[]): Policy {
  const Statement = statements.map((statement) => ({
    Effect: 'Allow',
    ...('Principal' in statement || 'NotResource' in statement ? {} : { Resource: '*' }),
    ...statement,
  }));
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.policy;
}

/** An identity-based policy. */
export function identity(...statements: readonly Readonly<Record<string, unknown>>[]): PolicySet {
  return { identity: [policyOf(...statements)] };
}

/** A trust policy for services. */
export function trusts(...services: readonly string[]): Policy {
  return policyOf({
    Principal: { Service: services.map((service) => `${service}.amazonaws.com`) },
    Action: 'sts:AssumeRole',
  });
}

export function callTo(operation: ActionName, input: OperationInput): OperationCall {
  return {
    operation,
    input,
    principal: `arn:aws:iam::${ACCOUNT}:role/deploy`,
    account: ACCOUNT,
    region: REGION,
  };
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}
