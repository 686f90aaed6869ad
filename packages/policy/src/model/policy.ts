import type { JsonObject } from '../json/jsonNode.ts';
import type { ConditionOperator } from './conditionOperator.ts';

/** The kinds of policy that IAM evaluates; each allows other elements (rules S24 to S33). */
export const POLICY_TYPES = [
  'identity',
  'resource',
  'trust',
  'boundary',
  'session',
  'scp',
  'rcp',
  'vpcEndpoint',
] as const;

/** A kind of policy. */
export type PolicyType = (typeof POLICY_TYPES)[number];

/** The two versions of the policy language (rule S2). */
export type PolicyVersion = '2012-10-17' | '2008-10-17';

/** What a statement does to the requests that it matches. */
export type Effect = 'Allow' | 'Deny';

/** A policy document, read. Immutable; text positions live in the syntax tree behind `root`. */
export interface Policy {
  /** The type that the caller named, if any. */
  readonly type: PolicyType | undefined;
  /** `Version` as written; absent means the 2008 language (rule S3). */
  readonly version: PolicyVersion | undefined;
  readonly id: string | undefined;
  readonly statements: readonly Statement[];
  /** A name or ARN under which reports mention the policy; set by the caller, not read from the document. */
  readonly name: string | undefined;
  /** The syntax tree that the policy was read from. */
  readonly root: JsonObject;
}

/** One statement. Every list is as written, in order; a lone value is a list of one (rule S7). */
export interface Statement {
  readonly index: number;
  /** JSON pointer from the policy's root: `/Statement/0`, or `/Statement` where it is a lone object. */
  readonly pointer: string;
  readonly sid: string | undefined;
  readonly effect: Effect;
  /** `Principal` or `NotPrincipal`; absent in identity-based policies. */
  readonly principal: PrincipalElement | undefined;
  /** `Action` or `NotAction`. */
  readonly action: ListElement;
  /** `Resource` or `NotResource`; absent in trust policies and in some resource policies (rule S29). */
  readonly resource: ListElement | undefined;
  /** One entry for each (operator, key) pair, in order. All must hold (rule S70). */
  readonly conditions: readonly Condition[];
}

/** `Action`/`NotAction` or `Resource`/`NotResource`: patterns, and whether the element is the negated one. */
export interface ListElement {
  readonly negated: boolean;
  readonly values: readonly string[];
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

/** One principal of the element. `"*"` alone is `{ kind: 'AWS', value: '*' }` (rule S129). */
export interface PrincipalEntry {
  readonly kind: PrincipalKind;
  readonly value: string;
}

/** The members of a principal map (rule S127). */
export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** One condition: an operator, a context key and the values to compare with. */
export interface Condition {
  readonly operator: ConditionOperator;
  /** The context key as written; names compare without case (rule S73). */
  readonly key: string;
  /** The values as text: numbers and booleans in their JSON source spelling (rule S18). */
  readonly values: readonly string[];
  /** JSON pointer from the policy's root, to the key's member: `/Statement/0/Condition/Bool/aws:SecureTransport`. */
  readonly pointer: string;
}
