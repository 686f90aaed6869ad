// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import type { CheckedAction, KeysOf, SuggestedAction, TypesNotTaken } from './action.ts';
import type { OfType } from './arn.ts';
import type { Condition } from './condition.ts';
import { PolicyError } from './policyError.ts';
import type { GlobalKeys, KeysNotIn, MultivaluedOf } from './registry.ts';

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

/**
 * A resource itself if actions take it, or else what is wrong with it, as `CheckedResource<…>['arn']`.
 *
 * `All` are the resources of the same statement, of which every action must take one. Nearly always each action takes
 * each resource, which is the first to be looked at.
 */
interface CheckedResource<Action, Resource, All> {
  readonly arn: NoInfer<Unfit<Action, Resource>> extends never
    ? Resource
    : NoInfer<Mended<Action, Resource, Idle<Action, All>>>;
}

/** What is wrong with pairs of an action and a resource. */
type Unfit<Action, Resource> = Action extends string
  ? Resource extends OfType<infer Type>
    ? `${Action} does not act on ${TypesNotTaken<Action, Type>}`
    : Resource extends '*'
      ? never
      : 'build the ARN with a builder, or pass it through uncheckedArn'
  : never;

/** Those of several actions that take none of the resources. */
type Idle<Action, Resource> = Action extends unknown
  ? ResourcesFor<Action, Resource> extends never
    ? Action
    : never
  : never;

type ResourcesFor<Action, Resource> = Resource extends unknown
  ? Unfit<Action, Resource> extends never
    ? Resource
    : never
  : never;

type ActionsFor<Action, Resource> = Action extends unknown
  ? Unfit<Action, Resource> extends never
    ? Action
    : never
  : never;

/** A resource that one of the actions takes, if none of them is idle, or else what is wrong. */
type Mended<Action, Resource, IdleAction> = Resource extends unknown
  ? ActionsFor<Action, Resource> extends never
    ? Unfit<Action, Resource>
    : [IdleAction] extends [never]
      ? Resource
      : Unfit<IdleAction, Resource>
  : never;

/** A condition itself if every action has its key, or else what is wrong with it, as `CheckedCondition<…>['is']`. */
interface CheckedCondition<Action, Given extends AnyCondition> {
  readonly is: NoInfer<Problems<Action, Given['operator'], Given['key']>[keyof Problems]> extends never
    ? Given
    : NoInfer<Problems<Action, Given['operator'], Given['key']>[keyof Problems]>;
}

/** What is wrong with a condition; members, since the compiler would print the name of an alias and not its texts. */
interface Problems<Action = never, Operator extends string = never, Key extends string = never> {
  readonly missing: Action extends '*'
    ? never
    : `${Action & string} has no condition key ${KeysNotIn<Key, KeysOf<Action> | GlobalKeys>}`;
  /** A key with several values compares with one of them, or with each; IAM does not guess which. */
  readonly unqualified: Operator extends `For${string}` | 'Null'
    ? never
    : `${MultivaluedOf<Key>} can hold several values: wrap this in forAnyValue or forAllValues`;
}

type AnyCondition = Condition<string, string>;

/** Actions that are to be allowed or denied on resources still to be named. */
export interface Grant<Action extends string> {
  /**
   * Names the resources.
   *
   * @param resource - an ARN from a builder, of a type that the actions take; `*` stands for every resource, which
   * actions without resource types need.
   */
  on<Resource extends string>(
    resource: CheckedResource<Action, Resource, Resource>['arn'],
  ): Statement<Action>;
  /** Names several resources, each of a type that one of the actions takes, and every action taking one of them. */
  on<Resources extends readonly [string, string, ...string[]]>(
    ...resources: {
      [Index in keyof Resources]: CheckedResource<Action, Resources[Index], Resources[number]>['arn'];
    }
  ): Statement<Action>;
}

/** The characters that are written in a Sid most often, and may not. */
type NotInSid = ' ' | '-' | '_' | '.' | ':' | '/' | ',';

/** A statement as plain data, with methods that no serialiser sees. */
export interface Statement<Action extends string> extends PolicyStatement {
  /**
   * Adds a condition, which must hold besides those that the statement has.
   *
   * @param condition - on a key that every action has.
   * @returns a new statement.
   * @throws PolicyError `duplicate-condition` for an operator and key that the statement has already.
   */
  when<Given extends AnyCondition>(condition: CheckedCondition<Action, Given>['is']): Statement<Action>;
  /** Adds several conditions, all of which must hold. */
  when<Given extends readonly [AnyCondition, AnyCondition, ...AnyCondition[]]>(
    ...conditions: { [Index in keyof Given]: CheckedCondition<Action, Given[Index]>['is'] }
  ): Statement<Action>;
  /**
   * Gives the statement an identifier.
   *
   * @param sid - letters and digits.
   * @returns a new statement.
   * @throws PolicyError `invalid-sid` for other characters.
   */
  as<Sid extends string>(
    sid: Sid extends `${string}${NotInSid}${string}` ? 'a Sid has only letters and digits' : Sid,
  ): Statement<Action>;
}

/**
 * Begins a statement that allows actions.
 *
 * @param actions - constants, names or patterns of generated actions.
 * @throws PolicyError `no-actions` for an empty list.
 */
export function allow<Text extends string = SuggestedAction>(
  ...actions: readonly CheckedAction<Text>['text'][]
): Grant<Text> {
  return grant('Allow', actions) as never;
}

/**
 * Begins a statement that denies actions.
 *
 * @param actions - as for {@link allow}.
 * @throws PolicyError `no-actions` for an empty list.
 */
export function deny<Text extends string = SuggestedAction>(
  ...actions: readonly CheckedAction<Text>['text'][]
): Grant<Text> {
  return grant('Deny', actions) as never;
}

/**
 * Makes a policy document of statements.
 *
 * @param statements - statements from {@link allow} and {@link deny}, or plain ones.
 * @throws PolicyError `duplicate-sid` where two have the same.
 */
export function policy(...statements: readonly PolicyStatement[]): PolicyDocument {
  const sids = statements.flatMap(({ Sid }) => Sid ?? []);
  const twice = sids.find((sid, index) => sids.indexOf(sid) !== index);
  if (twice !== undefined) throw new PolicyError('duplicate-sid', `two statements have the Sid \`${twice}\``);
  return { Version: '2012-10-17', Statement: statements.map((statement) => ({ ...statement })) };
}

// What these two return is checked by their tests: comparing it with the types above would cost every consumer's
// compiler more than all its statements do.
function grant(effect: 'Allow' | 'Deny', actions: readonly unknown[]): object {
  if (actions.length === 0) throw new PolicyError('no-actions', 'a statement has no actions');
  const on = (...resources: readonly string[]): object =>
    statement({ Effect: effect, Action: actions as never, Resource: resources as never });
  return { on };
}

function statement(data: PolicyStatement): object {
  const when = (...conditions: readonly AnyCondition[]): object =>
    statement({ ...data, Condition: addConditions(data.Condition ?? {}, conditions) });
  const as = (sid: string): object => {
    if (/[^A-Za-z0-9]/.test(sid)) {
      throw new PolicyError(
        'invalid-sid',
        `\`${sid}\` cannot be a Sid: it must have only letters and digits`,
      );
    }
    return statement({ ...data, Sid: sid });
  };
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
