import type { JsonNode, JsonObject } from '../json/jsonNode.ts';
import type { Policy, PolicyType } from '../model/policy.ts';
import { isText, memberOf, statementNodes, textsOf } from '../json/_internals/elementReading.ts';

/** A guess at a document's type. */
export interface InferredType {
  readonly type: PolicyType;
  /** What in the document says so, such as "has `Principal` and no `Resource`: trust policy". */
  readonly reason: string;
  /** The other types that a document of this form can have. */
  readonly alternatives: readonly PolicyType[];
}

/** They share one grammar (rules S24 to S26, S30). */
const LOOK_LIKE_IDENTITY: readonly PolicyType[] = ['boundary', 'session', 'scp'];

/**
 * Tells the type of a policy by what its statements have in them (rules S24 to S33).
 *
 * Identity policies, boundaries, session policies and SCPs have one form, of which `identity` is returned; RCPs
 * and endpoint policies are told from resource policies by whom and what they name.
 *
 * @param source - a policy, or a document as a tree, perhaps with errors.
 * @returns the type with the reason, or `undefined` for what has no statement in it. Never throws.
 */
export function inferPolicyType(source: Policy | JsonNode): InferredType | undefined {
  try {
    return inferFrom(source);
  } catch {
    // A program without types gave something else, perhaps one whose members cannot be read.
    return undefined;
  }
}

function inferFrom(source: Policy | JsonNode): InferredType | undefined {
  const statements = statementNodes('root' in source ? source.root : source);
  if (statements.length === 0) return undefined;
  if (!statements.some((statement) => hasEither(statement, 'Principal'))) {
    return {
      type: 'identity',
      reason: 'has no `Principal`: identity-based policy',
      alternatives: LOOK_LIKE_IDENTITY,
    };
  }
  if (!statements.some((statement) => hasEither(statement, 'Resource'))) return withoutResource(statements);
  if (statements.every(isOrganizationWideDeny)) {
    return {
      type: 'rcp',
      reason: 'denies with `"Principal": "*"` and `"Resource": "*"` only: resource control policy',
      alternatives: ['resource', 'vpcEndpoint'],
    };
  }
  if (statements.some(isFullAccess)) {
    return {
      type: 'vpcEndpoint',
      reason: 'allows `*` everything on `*`: VPC endpoint policy',
      alternatives: ['resource', 'rcp'],
    };
  }
  return {
    type: 'resource',
    reason: 'has `Principal` and `Resource`: resource-based policy',
    alternatives: ['vpcEndpoint', ...(statements.every(isDeny) ? (['rcp'] as const) : [])],
  };
}

/** A role is what its trust policy is about (rule S27); other resource policies may leave `Resource` out too (S29). */
function withoutResource(statements: readonly JsonObject[]): InferredType {
  const actions = statements.flatMap((statement) => [
    ...textsOf(memberOf(statement, 'Action')),
    ...textsOf(memberOf(statement, 'NotAction')),
  ]);
  if (actions.every((action) => action.toLowerCase().startsWith('sts:'))) {
    return {
      type: 'trust',
      reason: 'has `Principal` and no `Resource`: trust policy',
      alternatives: ['resource'],
    };
  }
  return {
    type: 'resource',
    reason: 'has `Principal`, no `Resource` and other actions than those of `sts`: resource-based policy',
    alternatives: ['trust'],
  };
}

function hasEither(statement: JsonObject, element: 'Principal' | 'Resource'): boolean {
  return memberOf(statement, element) !== undefined || memberOf(statement, `Not${element}`) !== undefined;
}

function isDeny(statement: JsonObject): boolean {
  return isText(memberOf(statement, 'Effect'), 'Deny');
}

/** Rule S32. A resource policy would hardly speak of every resource and of nobody in particular. */
function isOrganizationWideDeny(statement: JsonObject): boolean {
  return (
    isDeny(statement) &&
    isText(memberOf(statement, 'Principal'), '*') &&
    isText(memberOf(statement, 'Resource'), '*') &&
    memberOf(statement, 'NotAction') === undefined
  );
}

/** Rule S33: the default policy of an endpoint, perhaps with conditions. */
function isFullAccess(statement: JsonObject): boolean {
  return (
    isText(memberOf(statement, 'Effect'), 'Allow') &&
    isText(memberOf(statement, 'Principal'), '*') &&
    isText(memberOf(statement, 'Resource'), '*') &&
    isText(memberOf(statement, 'Action'), '*')
  );
}
