import type { Decision, PolicySetFlags, Principal } from '@policywright/evaluator';
import type { Effect, PolicyVersion } from '@policywright/policy';

/** One value or a list of them, as policy documents write lists. */
export type OneOrMany<Value> = Value | readonly Value[];

/** `Principal` as written. */
export type PrincipalDocument = '*' | Readonly<Record<string, OneOrMany<string>>>;

/** `Condition` as written: operator, context key, values. */
export type ConditionDocument = Readonly<
  Record<string, Readonly<Record<string, OneOrMany<string | number | boolean>>>>
>;

/** A statement as written. */
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

/** A policy document as a JavaScript value. */
export interface PolicyDocument {
  readonly Version?: PolicyVersion;
  readonly Statement: OneOrMany<StatementDocument>;
}

/** The `policies` of a scenario. */
export interface PolicySetDocument {
  readonly identity: readonly PolicyDocument[];
  readonly resource: PolicyDocument | null;
  readonly boundary: readonly PolicyDocument[];
  readonly session: readonly PolicyDocument[];
  /** One inner list a level, root first. */
  readonly scps: readonly (readonly PolicyDocument[])[];
  readonly rcps: readonly (readonly PolicyDocument[])[];
  readonly vpcEndpoint?: readonly PolicyDocument[] | null;
}

/** The context of a scenario. */
export type ContextDocument = Readonly<Record<string, OneOrMany<string | number | boolean>>>;

/** A scenario as a JavaScript value: what a scenario file holds. */
export interface ScenarioDocument {
  readonly id: string;
  readonly title?: string;
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context: ContextDocument;
  readonly policies: PolicySetDocument;
  readonly flags?: PolicySetFlags;
  readonly expected?: Decision;
}
