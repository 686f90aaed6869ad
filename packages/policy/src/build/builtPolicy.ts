import type { Effect, PrincipalKind } from '../model/policy.ts';

/** One value, or a list of them (rule S7). */
export type OneOrMany<Value> = Value | readonly Value[];

/** A policy document as a plain value, ready for `JSON.stringify`. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Id?: string;
  readonly Statement: readonly StatementDocument[];
}

/** A statement of a `PolicyDocument`. */
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

/** Everybody, or names by kind (rule S127). */
export type PrincipalDocument = '*' | Readonly<Partial<Record<PrincipalKind, OneOrMany<string>>>>;

/** Operator, context key, values (rule S17). */
export type ConditionDocument = Readonly<Record<string, Readonly<Record<string, OneOrMany<string>>>>>;
