import type { Effect, PrincipalKind } from '../model/policy.ts';
import type { OneOrMany } from '../model/policyDocument.ts';

/** What the builder makes: a policy document as a plain value, ready for `JSON.stringify`. */
export interface BuiltPolicy {
  readonly Version: '2012-10-17';
  readonly Id?: string;
  readonly Statement: readonly BuiltStatement[];
}

/** A statement of a {@link BuiltPolicy}. */
export interface BuiltStatement {
  readonly Sid?: string;
  readonly Effect: Effect;
  readonly Principal?: BuiltPrincipal;
  readonly NotPrincipal?: BuiltPrincipal;
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Condition?: BuiltCondition;
}

/** Everybody, or names by kind (rule S127). */
export type BuiltPrincipal = '*' | Readonly<Partial<Record<PrincipalKind, OneOrMany<string>>>>;

/** Operator, context key, values (rule S17). */
export type BuiltCondition = Readonly<Record<string, Readonly<Record<string, OneOrMany<string>>>>>;
