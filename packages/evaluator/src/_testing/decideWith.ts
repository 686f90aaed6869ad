import { policyFromValue, type Policy } from '@policywright/policy';
import {
  compile,
  type Authorizer,
  type Decision,
  type EvaluatorOptions,
  type PolicySet,
  type Request,
} from '../index.ts';

/** A statement as one writes it; action, resource and effect have defaults. */
export interface StatementInput {
  readonly [element: string]: unknown;
}

/** Everything a test may say of a request and the policies that bear on it. */
export interface Situation extends Partial<Request> {
  readonly identity?: readonly StatementInput[];
  readonly resourcePolicy?: readonly StatementInput[] | undefined;
  readonly boundary?: readonly StatementInput[];
  readonly session?: readonly (readonly StatementInput[])[];
  readonly scps?: readonly (readonly StatementInput[])[];
  readonly rcps?: readonly (readonly StatementInput[])[];
  readonly vpcEndpoint?: readonly StatementInput[];
  /** Statements of the policies behind the resource; `undefined` where one has none. */
  readonly behind?: readonly (readonly StatementInput[] | undefined)[];
  readonly grants?: PolicySet['grants'];
  readonly flags?: PolicySet['flags'];
  readonly options?: EvaluatorOptions;
}

export const ALICE = 'arn:aws:iam::111122223333:user/alice';
export const BUCKET = 'arn:aws:s3:::reports';
export const OBJECT = 'arn:aws:s3:::reports/q1.csv';

/** Reads a document of the given statements, which must be valid. */
export function policyOf(statements: readonly StatementInput[], version = '2012-10-17'): Policy {
  const full = statements.map((s) => ({
    Effect: 'Allow',
    ...('NotAction' in s ? {} : { Action: '*' }),
    ...('NotResource' in s ? {} : { Resource: '*' }),
    ...s,
  }));
  const result = policyFromValue({ Version: version, Statement: full });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

/** Like `policyOf`, for statements that name principals: everyone by default. */
function resourcePolicyOf(statements: readonly StatementInput[]): Policy {
  return policyOf(statements.map((s) => ('NotPrincipal' in s ? s : { Principal: '*', ...s })));
}

/** Compiles the policies of a situation. */
export function authorizerOf(situation: Situation): Authorizer {
  const { identity, resourcePolicy, boundary, session, scps, rcps, vpcEndpoint, flags, options } = situation;
  const { behind, grants } = situation;
  return compile(
    {
      identity: identity && [policyOf(identity)],
      resource: resourcePolicy && resourcePolicyOf(resourcePolicy),
      boundary: boundary && [policyOf(boundary)],
      session: session?.map((statements) => policyOf(statements)),
      scps: scps?.map((level) => (level.length === 0 ? [] : [policyOf(level)])),
      rcps: rcps?.map((level) => (level.length === 0 ? [] : [resourcePolicyOf(level)])),
      vpcEndpoint: vpcEndpoint && [resourcePolicyOf(vpcEndpoint)],
      underlying: behind?.map((statements) => statements && resourcePolicyOf(statements)),
      grants,
      flags,
    },
    options,
  );
}

/** The request of a situation: Alice reads an object of her own account unless it says otherwise. */
export function requestOf(situation: Situation): Request {
  const {
    principal = ALICE,
    action = 's3:GetObject',
    resource = OBJECT,
    resourceAccount,
    context,
    underlying,
  } = situation;
  return { principal, action, resource, resourceAccount, context, underlying };
}

/** Decides the request of a situation, and checks that `explain` says the same. */
export function decideWith(situation: Situation): Decision {
  const authorizer = authorizerOf(situation);
  const decision = authorizer.decide(requestOf(situation));
  const explained = authorizer.explain(requestOf(situation));
  if (explained.decision !== decision)
    throw new Error(`explain says ${explained.decision}, decide ${decision}`);
  return decision;
}
