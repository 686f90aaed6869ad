import type { Effect, PolicyType } from '@policywright/policy';
import type { OneOrMany, PolicyDocument, StatementDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import { ACTIONS, RESOURCES } from './_internals/alphabet.ts';
import { SERVICE_CONDITIONS } from './_internals/serviceConditions.ts';
import { ABBREVIATED_RESOURCES } from './_internals/serviceTargets.ts';
import { shrinkBy } from './_internals/shrinkBy.ts';
import { simplerDocuments } from './_internals/simplify/simplerDocuments.ts';
import { conditionBlock } from './conditionBlock.ts';
import { pattern } from './pattern.ts';
import { notPrincipalElement, principalElement } from './principalElement.ts';

/** Which documents to make. */
export interface PolicyDocumentConstraints {
  /** The type of policy; `identity` unless given. */
  readonly type?: PolicyType | undefined;
}

/**
 * Policy documents of up to three statements that are valid for a type of policy.
 *
 * @param constraints - which documents to make.
 * @returns an arbitrary that shrinks to one short statement.
 */
export function policyDocument(constraints: PolicyDocumentConstraints = {}): fc.Arbitrary<PolicyDocument> {
  const type = constraints.type ?? 'identity';
  const one = statement(type);
  const Statement = fc.oneof(
    { arbitrary: one, weight: 1 },
    { arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }), weight: 3 },
  );
  const version = type === 'scp' || type === 'rcp' ? fc.constant('2012-10-17' as const) : versions();
  const documents = fc.tuple(version, Statement).map(([Version, statements]): PolicyDocument => ({
    ...(Version !== undefined && { Version }),
    Statement: statements,
  }));
  return shrinkBy(documents, simplerDocuments);
}

function versions(): fc.Arbitrary<PolicyDocument['Version']> {
  return fc.oneof(
    { arbitrary: fc.constant('2012-10-17' as const), weight: 8 },
    { arbitrary: fc.constantFrom('2008-10-17' as const, undefined), weight: 1 },
  );
}

function statement(type: PolicyType): fc.Arbitrary<StatementDocument> {
  return fc
    .tuple(effect(type), principalPart(type), actionPart(type), resourcePart(type), conditionPart())
    .map(([Effect, principal, action, resource, condition]) => ({
      Effect,
      ...principal,
      ...action,
      ...resource,
      ...condition,
    }));
}

function effect(type: PolicyType): fc.Arbitrary<Effect> {
  return fc.oneof(
    { arbitrary: fc.constant('Allow' as const), weight: type === 'rcp' ? 1 : 7 },
    { arbitrary: fc.constant('Deny' as const), weight: 3 },
  );
}

type Part = Partial<StatementDocument>;

function principalPart(type: PolicyType): fc.Arbitrary<Part> {
  if (type === 'rcp') return fc.constant({ Principal: '*' });
  if (type !== 'resource' && type !== 'trust' && type !== 'vpcEndpoint') return fc.constant({});
  const Principal = principalElement().map((value) => ({ Principal: value }));
  if (type === 'trust') return Principal;
  const NotPrincipal = notPrincipalElement().map((value) => ({ NotPrincipal: value }));
  return fc.oneof({ arbitrary: Principal, weight: 6 }, { arbitrary: NotPrincipal, weight: 1 });
}

function actionPart(type: PolicyType): fc.Arbitrary<Part> {
  const Action = list(actionPattern()).map((value) => ({ Action: value }));
  if (type === 'rcp') return Action;
  const NotAction = list(actionPattern()).map((value) => ({ NotAction: value }));
  return fc.oneof({ arbitrary: Action, weight: 6 }, { arbitrary: NotAction, weight: 1 });
}

function resourcePart(type: PolicyType): fc.Arbitrary<Part> {
  if (type === 'trust') return fc.constant({});
  const Resource = list(resourcePattern(type)).map((value) => ({ Resource: value }));
  const NotResource = list(resourcePattern(type)).map((value) => ({ NotResource: value }));
  return fc.oneof(
    { arbitrary: Resource, weight: 6 },
    { arbitrary: NotResource, weight: 1 },
    ...(type === 'resource' ? [{ arbitrary: fc.constant({}), weight: 1 }] : []),
  );
}

function conditionPart(): fc.Arbitrary<Part> {
  return fc.oneof(
    { arbitrary: fc.constant({}), weight: 5 },
    { arbitrary: conditionBlock().map((Condition) => ({ Condition })), weight: 2 },
    { arbitrary: fc.constantFrom(...SERVICE_CONDITIONS).map((Condition) => ({ Condition })), weight: 1 },
  );
}

function list(value: fc.Arbitrary<string>): fc.Arbitrary<OneOrMany<string>> {
  return fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));
}

function actionPattern(): fc.Arbitrary<string> {
  const known = fc.constantFrom(...ACTIONS);
  return fc.oneof(
    { arbitrary: fc.constant('*'), weight: 3 },
    { arbitrary: known, weight: 3 },
    { arbitrary: known.map((name) => `${name.slice(0, name.indexOf(':'))}:*`), weight: 2 },
    { arbitrary: pattern(known), weight: 3 },
    { arbitrary: known.map((name) => name.toUpperCase()), weight: 1 },
    { arbitrary: fc.constantFrom('*:*', 's3:', 's3:GetObject ', '**'), weight: 1 },
  );
}

const VARIABLE_PATTERNS = [
  'arn:aws:s3:::b/${aws:username}',
  "arn:aws:s3:::b/${aws:PrincipalTag/team, 'k'}*",
  'arn:aws:s3:::${aws:PrincipalTag/team}/k',
  'arn:aws:sqs:us-east-1:${aws:PrincipalAccount}:jobs',
  'arn:aws:s3:::b/${*}',
  'arn:aws:s3:::b/${aws:TagKeys}',
];

/** ARNs with too few fields (S52), and stars that stay in their segment or run on (S50, S51). */
const SHORT_AND_RUNNING = [
  'arn:aws:sqs',
  'arn:aws:s3',
  'arn:aws:iam::111122223333',
  'arn:aws:kms:us-east-1',
  'arn:aws:s?s',
  'arn:aws:s3:::*',
  'arn:aws:*',
  'arn:*:s3:b/k',
  'arn:aws:s*?:us-east-1:111122223333:jobs',
  'arn:aws:sqs:us-*?:111122223333:jobs',
  'arn:aws:sqs:us-?*:111122223333:jobs',
];

function resourcePattern(type: PolicyType): fc.Arbitrary<string> {
  const known = fc.constantFrom(...RESOURCES);
  const patterns = fc.oneof(
    { arbitrary: fc.constant('*'), weight: 8 },
    { arbitrary: known, weight: 4 },
    { arbitrary: pattern(known), weight: 6 },
    { arbitrary: fc.constantFrom(...VARIABLE_PATTERNS), weight: 4 },
    { arbitrary: fc.constantFrom(...SHORT_AND_RUNNING), weight: 3 },
    ...(type === 'resource' ? [{ arbitrary: fc.constantFrom(...ABBREVIATED_RESOURCES), weight: 2 }] : []),
  );
  return type === 'scp' || type === 'rcp' ? patterns.map(lengthened) : patterns;
}

/** SCPs and RCPs take no ARN of fewer than six fields (rule S52). */
function lengthened(text: string): string {
  const missing = 6 - text.split(':').length;
  return text === '*' || missing <= 0 ? text : text + ':*'.repeat(missing);
}
