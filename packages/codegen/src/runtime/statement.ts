// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import type { ActionName, CheckedAction, KeyOf, ResourceTypeOf } from './action.ts';
import type { Arn, resourceType } from './arn.ts';
import type { Condition } from './condition.ts';
import { PolicyError } from './policyError.ts';
import type { GlobalKey, MultivaluedKey } from './registry.ts';

/** A statement as plain data. */
export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action: string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string[]>>;
}

/** A policy document as plain data, for `JSON.stringify`, the AWS SDK, or `PolicyDocument.fromJson` of AWS CDK. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: PolicyStatement[];
}

/** Something itself, unless there is a problem, which then shows in the compiler's message. */
type Unless<Problem, Value> = [Problem] extends [never] ? Value : Problem;

type Accepted<Action> = '*' | { readonly [resourceType]: ResourceTypeOf<Action> | '*' };

/** Those of several actions that take none of the resources. */
type Idle<Action, Resource> = Action extends unknown
  ? Extract<Resource, Accepted<Action>> extends never
    ? Action
    : never
  : never;

type ResourceProblem<Action, Resource, IdleAction> =
  Resource extends Accepted<Action>
    ? [IdleAction] extends [never]
      ? never
      : Unfit<IdleAction, Resource>
    : Unfit<Action, Resource>;

type Unfit<Action, Resource> =
  Resource extends Arn<infer Type>
    ? `${Action & string} does not act on ${Type}`
    : 'build the ARN with a builder, or pass it through uncheckedArn';

type ConditionProblem<Action, Given extends AnyCondition> =
  | MissingKey<Action, Given['key']>
  | (Given extends { readonly key: MultivaluedKey } ? Unqualified<Given> : never);

type MissingKey<Action, Key extends string> = Action extends string
  ? Key extends KeyOf<Action> | GlobalKey
    ? never
    : `${Action} has no condition key ${Key}`
  : never;

/** A key with several values compares with one of them, or with each; IAM does not guess which. */
type Unqualified<Given extends AnyCondition> = Given['operator'] extends `For${string}` | 'Null'
  ? never
  : `${Given['key']} can hold several values: wrap this in forAnyValue or forAllValues`;

type AnyCondition = Condition<string, string>;

/** Actions that are to be allowed or denied on resources still to be named. */
export interface Grant<Action extends string> {
  /**
   * Names the resources.
   *
   * @param resources - ARNs from the builders, each of a type that one of the actions takes, and every action
   * taking one of them; `*` stands for every resource, which actions without resource types need.
   */
  on<Resources extends readonly [string, ...string[]]>(
    ...resources: {
      [Index in keyof Resources]: Unless<
        ResourceProblem<Action, Resources[Index], Idle<Action, Resources[number]>>,
        Resources[Index]
      >;
    }
  ): Statement<Action>;
}

/** A statement as plain data, with methods that no serialiser sees. */
export interface Statement<Action extends string> extends PolicyStatement {
  /**
   * Adds conditions, all of which must hold besides those that the statement has.
   *
   * @param conditions - on keys that every action has.
   * @returns a new statement.
   * @throws PolicyError `duplicate-condition` for an operator and key that the statement has already.
   */
  when<Given extends readonly [AnyCondition, ...AnyCondition[]]>(
    ...conditions: { [Index in keyof Given]: Unless<ConditionProblem<Action, Given[Index]>, Given[Index]> }
  ): Statement<Action>;
  /** Gives the statement an identifier; returns a new statement. */
  as(sid: string): Statement<Action>;
}

/**
 * Begins a statement that allows actions.
 *
 * @param actions - constants, names or patterns of generated actions.
 */
export function allow<Text extends string = ActionName>(
  ...actions: readonly CheckedAction<Text>['text'][]
): Grant<Text> {
  return grant('Allow', actions) as never;
}

/**
 * Begins a statement that denies actions.
 *
 * @param actions - as for {@link allow}.
 */
export function deny<Text extends string = ActionName>(
  ...actions: readonly CheckedAction<Text>['text'][]
): Grant<Text> {
  return grant('Deny', actions) as never;
}

/**
 * Makes a policy document of statements.
 *
 * @param statements - statements from {@link allow} and {@link deny}, or plain ones.
 */
export function policy(...statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements.map((statement) => ({ ...statement })) };
}

// What these two return is checked by their tests: comparing it with the types above would cost every consumer's
// compiler more than all its statements do.
function grant(effect: 'Allow' | 'Deny', actions: readonly unknown[]): object {
  const on = (...resources: readonly string[]): object =>
    statement({ Effect: effect, Action: actions as never, Resource: resources as never });
  return { on };
}

function statement(data: PolicyStatement): object {
  const when = (...conditions: readonly AnyCondition[]): object =>
    statement({ ...data, Condition: addConditions(data.Condition ?? {}, conditions) });
  const as = (sid: string): object => statement({ ...data, Sid: sid });
  return Object.defineProperties({ ...data }, { when: { value: when }, as: { value: as } });
}

function addConditions(
  before: Readonly<Record<string, Record<string, string[]>>>,
  conditions: readonly AnyCondition[],
): Record<string, Record<string, string[]>> {
  const after: Record<string, Record<string, string[]>> = { ...before };
  conditions.forEach(({ operator, key, values }) => {
    const keys = after[operator] ?? {};
    // Joining the values would let either condition suffice. Letter case does not make another key.
    if (Object.keys(keys).some((other) => other.toLowerCase() === key.toLowerCase())) {
      throw new PolicyError('duplicate-condition', `the statement has ${operator} on \`${key}\` already`);
    }
    after[operator] = { ...keys, [key]: values.slice() };
  });
  return after;
}
