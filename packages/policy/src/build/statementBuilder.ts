import type { Effect } from '../model/policy.ts';
import { PRINCIPAL_KINDS } from '../model/elementNames.ts';
import { PolicyError } from '../print/policyError.ts';
import type { ConditionOperatorText, ConditionValue } from './conditionText.ts';
import type { OneOrMany } from '../model/policyDocument.ts';
import type { BuiltCondition, BuiltPrincipal, BuiltStatement } from './builtPolicy.ts';

/** Whether a list element is there, or its negation. */
export type ListState = 'absent' | 'listed' | 'negated';

/** Whom a statement names: `everyone` is `"*"`. */
export type PrincipalState = 'absent' | 'everyone' | 'named' | 'negated';

/** What `StatementBuilder` has of its elements; policy types differ in what they take. */
export interface StatementState {
  readonly effect: Effect;
  readonly action: 'listed' | 'negated';
  readonly principal: PrincipalState;
  readonly resource: ListState;
}

type With<State extends StatementState, Change extends Partial<StatementState>> = {
  readonly [Name in keyof StatementState]: Name extends keyof Change
    ? Extract<Change[Name], StatementState[Name]>
    : State[Name];
};

/** A statement as it grows. Immutable: every method returns another one, so that parts can be shared. */
export class StatementBuilder<State extends StatementState> {
  /** What the statement has; for the type checker only. */
  declare readonly state: State;
  readonly #document: BuiltStatement;

  /** @param document - the statement so far; `allow` and `deny` start one. */
  constructor(document: BuiltStatement) {
    this.#document = document;
  }

  /**
   * Names the resources, in addition to those that are named already.
   *
   * @param resources - ARN patterns, or `*`.
   * @throws PolicyError `empty-list` where there is none, `conflicting-elements` after `onAllExcept`.
   */
  on(
    this: StatementBuilder<State & { readonly resource: 'absent' | 'listed' }>,
    ...resources: readonly OneOrMany<string>[]
  ): StatementBuilder<With<State, { resource: 'listed' }>> {
    return this.#withList('Resource', resources);
  }

  /**
   * Applies to all resources but those named here (rule S56).
   *
   * @param resources - ARN patterns.
   * @throws PolicyError `empty-list` where there is none, `conflicting-elements` after `on`.
   */
  onAllExcept(
    this: StatementBuilder<State & { readonly resource: 'absent' | 'negated' }>,
    ...resources: readonly OneOrMany<string>[]
  ): StatementBuilder<With<State, { resource: 'negated' }>> {
    return this.#withList('NotResource', resources);
  }

  /**
   * Names who may, or may not, do it, in addition to those that are named already.
   *
   * @param principal - `*` for everybody, or names by kind.
   * @throws PolicyError `empty-list` where nobody is named, `conflicting-elements` after `toAllExcept`.
   */
  to(
    this: StatementBuilder<State & { readonly principal: Exclude<PrincipalState, 'negated'> }>,
    principal: '*',
  ): StatementBuilder<With<State, { principal: 'everyone' }>>;
  to(
    this: StatementBuilder<State & { readonly principal: 'absent' | 'named' }>,
    principal: Exclude<BuiltPrincipal, '*'>,
  ): StatementBuilder<With<State, { principal: 'named' }>>;
  to(principal: BuiltPrincipal): StatementBuilder<never> {
    return this.#withPrincipal('Principal', principal);
  }

  /**
   * Applies to everybody but those named here; only `deny` should (rules S34, S141, S142).
   *
   * @param principal - names by kind.
   * @throws PolicyError `empty-list` where nobody is named, `conflicting-elements` after `to`.
   */
  toAllExcept(
    this: StatementBuilder<State & { readonly effect: 'Deny'; readonly principal: 'absent' | 'negated' }>,
    principal: Exclude<BuiltPrincipal, '*'>,
  ): StatementBuilder<With<State, { principal: 'negated' }>> {
    return this.#withPrincipal('NotPrincipal', principal);
  }

  /**
   * Adds a condition; all conditions must hold (rule S70).
   *
   * @param operator - with set qualifier and `IfExists` where wanted.
   * @param key - the context key.
   * @param values - one or more; any of them satisfies a positive operator, none of them may a negated one.
   * @throws PolicyError `repeated-condition` where the operator tests the key already, `empty-list` without values.
   */
  when<Operator extends ConditionOperatorText>(
    operator: Operator,
    key: string,
    values: OneOrMany<ConditionValue<Operator>>,
  ): StatementBuilder<State> {
    const { Condition = {} } = this.#document;
    const keys: BuiltCondition[string] = own(Condition, operator) ?? {};
    if (own(keys, key) !== undefined) {
      throw new PolicyError('repeated-condition', `\`${operator}\` tests \`${key}\` already`);
    }
    const texts = (Array.isArray(values) ? values : [values]).map(String);
    const grown = withMember(keys, key, oneOrMany(texts, key));
    return this.#with({ Condition: withMember(Condition, operator, grown) });
  }

  /**
   * Labels the statement.
   *
   * @param sid - letters and digits where IAM stores the policy (rule S11).
   */
  sid(sid: string): StatementBuilder<State> {
    return this.#with({ Sid: sid });
  }

  /** The statement as a plain value. */
  toJSON(): BuiltStatement {
    return this.#document;
  }

  #withList<Next extends StatementState>(
    name: 'Resource' | 'NotResource',
    more: readonly OneOrMany<string>[],
  ): StatementBuilder<Next> {
    this.#forbid(name === 'Resource' ? 'NotResource' : 'Resource', name);
    const texts = [...listOf(this.#document[name]), ...more.flatMap(listOf)];
    return this.#with({ [name]: oneOrMany(texts, name) });
  }

  #withPrincipal<Next extends StatementState>(
    name: 'Principal' | 'NotPrincipal',
    more: BuiltPrincipal,
  ): StatementBuilder<Next> {
    this.#forbid(name === 'Principal' ? 'NotPrincipal' : 'Principal', name);
    return this.#with({ [name]: joinPrincipals(this.#document[name], more) });
  }

  #forbid(name: keyof BuiltStatement, beside: string): void {
    if (this.#document[name] === undefined) return;
    throw new PolicyError('conflicting-elements', `cannot have \`${beside}\` beside \`${name}\``);
  }

  #with<Next extends StatementState>(more: Partial<BuiltStatement>): StatementBuilder<Next> {
    return new StatementBuilder({ ...this.#document, ...more });
  }
}

/** A statement that has its actions only. */
export type NewStatement<E extends Effect, Action extends 'listed' | 'negated'> = StatementBuilder<{
  readonly effect: E;
  readonly action: Action;
  readonly principal: 'absent';
  readonly resource: 'absent';
}>;

/**
 * Starts a statement that allows actions.
 *
 * @param actions - patterns such as `s3:Get*`, one by one or in lists.
 * @throws PolicyError `empty-list` where there is none.
 */
export function allow(...actions: readonly OneOrMany<string>[]): NewStatement<'Allow', 'listed'> {
  return new StatementBuilder({ Effect: 'Allow', Action: oneOrMany(actions.flatMap(listOf), 'Action') });
}

/** As `allow`, for a statement that denies. */
export function deny(...actions: readonly OneOrMany<string>[]): NewStatement<'Deny', 'listed'> {
  return new StatementBuilder({ Effect: 'Deny', Action: oneOrMany(actions.flatMap(listOf), 'Action') });
}

/**
 * Starts a statement that allows all actions but those named (rule S67).
 *
 * @param actions - patterns such as `iam:*`.
 * @throws PolicyError `empty-list` where there is none.
 */
export function allowAllExcept(...actions: readonly OneOrMany<string>[]): NewStatement<'Allow', 'negated'> {
  return new StatementBuilder({
    Effect: 'Allow',
    NotAction: oneOrMany(actions.flatMap(listOf), 'NotAction'),
  });
}

/** As `allowAllExcept`, for a statement that denies. */
export function denyAllExcept(...actions: readonly OneOrMany<string>[]): NewStatement<'Deny', 'negated'> {
  return new StatementBuilder({ Effect: 'Deny', NotAction: oneOrMany(actions.flatMap(listOf), 'NotAction') });
}

/** Whoever names everybody names nobody else. */
function joinPrincipals(before: BuiltPrincipal | undefined, more: BuiltPrincipal): BuiltPrincipal {
  if (before === '*' || more === '*') return '*';
  const entries = PRINCIPAL_KINDS.flatMap((kind) => {
    const names = [...listOf(before?.[kind]), ...listOf(more[kind])];
    return names.length === 0 ? [] : [[kind, oneOrMany(names, kind)] as const];
  });
  if (entries.length === 0) throw new PolicyError('empty-list', 'expected a principal, found none');
  return Object.fromEntries(entries);
}

function oneOrMany(values: readonly string[], name: string): OneOrMany<string> {
  const unique = [...new Set(values)];
  const [first] = unique;
  if (first === undefined)
    throw new PolicyError('empty-list', `expected a value for \`${name}\`, found none`);
  return unique.length === 1 ? first : unique;
}

function listOf(values: OneOrMany<string> | undefined): readonly string[] {
  if (values === undefined) return [];
  return typeof values === 'string' ? [values] : values;
}

/** A member that is the object's own: context keys may have the name of anything. */
function own<Value>(object: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function withMember<Value>(
  object: Readonly<Record<string, Value>>,
  name: string,
  value: Value,
): Readonly<Record<string, Value>> {
  // Unlike an assignment, it makes a member of `__proto__` too.
  return Object.fromEntries([...Object.entries(object).filter(([other]) => other !== name), [name, value]]);
}
