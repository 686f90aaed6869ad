import type { Effect, PolicyVersion } from './policy.ts';

/** One value, or a list of them (rule S7). */
export type OneOrMany<Value> = Value | readonly Value[];

/** A policy document as a JavaScript value, in any form that AWS takes. */
export interface PolicyDocument {
  readonly Version?: PolicyVersion;
  readonly Id?: string;
  readonly Statement: OneOrMany<StatementDocument>;
}

/** A statement of a {@link PolicyDocument}. */
export interface StatementDocument {
  readonly Sid?: string;
  readonly Effect: Effect;
  readonly Principal?: PrincipalDocument;
  readonly NotPrincipal?: PrincipalDocument;
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Condition?: ConditionDocument;
}

/** `Principal` or `NotPrincipal` as written: everybody, or names by kind (rule S127). */
export type PrincipalDocument = '*' | Readonly<Record<string, OneOrMany<string>>>;

/** `Condition` as written: operator, context key, values (rules S17 and S18). */
export type ConditionDocument = Readonly<
  Record<string, Readonly<Record<string, OneOrMany<string | number | boolean>>>>
>;
