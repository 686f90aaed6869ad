import { printJson } from '../json/printJson.ts';
import type { Policy, PolicyType } from '../model/policy.ts';
import { PolicyError } from '../print/policyError.ts';
import { policyFromValue } from '../read/policyFromValue.ts';
import type { BuiltPolicy } from './builtPolicy.ts';
import type { StatementBuilder, StatementState } from './statementBuilder.ts';

type Stated<State extends Partial<StatementState>> = StatementBuilder<
  Omit<StatementState, keyof State> & State & StatementState
>;

type IdentityStatement = Stated<{
  readonly principal: 'absent';
  readonly resource: 'listed' | 'negated';
}>;

type NamedPrincipal = { readonly principal: 'everyone' | 'named' };

type DenyToOthers = { readonly effect: 'Deny'; readonly principal: 'negated' };

type WithResource = { readonly resource: 'listed' | 'negated' };

/** The statements that each type of policy takes (rules S24 to S34). */
export interface StatementsByType {
  readonly identity: IdentityStatement;
  readonly boundary: IdentityStatement;
  readonly session: IdentityStatement;
  readonly scp: IdentityStatement;
  readonly rcp: Stated<
    WithResource & { readonly effect: 'Deny'; readonly action: 'listed'; readonly principal: 'everyone' }
  >;
  readonly trust: Stated<NamedPrincipal & { readonly resource: 'absent' }>;
  readonly resource: Stated<NamedPrincipal> | Stated<DenyToOthers>;
  readonly vpcEndpoint: Stated<NamedPrincipal & WithResource> | Stated<DenyToOthers & WithResource>;
}

/** The types of policy that have an `Id` (rule S13). */
type TypeWithId = 'resource' | 'trust' | 'vpcEndpoint';

/** A policy as it grows. Immutable: every method returns another one. */
export class PolicyBuilder<Type extends PolicyType> {
  readonly type: Type;
  readonly #id: string | undefined;
  readonly #statements: readonly StatementsByType[Type][];

  /**
   * @param type - decides which statements are taken; `policy` starts a policy.
   * @param statements - those so far.
   * @param id - the `Id`, if any.
   */
  constructor(type: Type, statements: readonly StatementsByType[Type][], id?: string) {
    this.type = type;
    this.#statements = statements;
    this.#id = id;
  }

  /** Adds statements, each of which must have what the policy's type needs and nothing that it forbids. */
  statement(...statements: readonly StatementsByType[Type][]): PolicyBuilder<Type> {
    return new PolicyBuilder(this.type, [...this.#statements, ...statements], this.#id);
  }

  /** Labels the policy (rule S13). */
  id(this: PolicyBuilder<Type & TypeWithId>, id: string): PolicyBuilder<Type> {
    return new PolicyBuilder<Type>(this.type, this.#statements, id);
  }

  /** The document as a plain value, in the 2012 version of the language. */
  toJSON(): BuiltPolicy {
    const id = this.#id;
    return {
      Version: '2012-10-17',
      ...(id !== undefined && { Id: id }),
      Statement: this.#statements.map((statement) => statement.toJSON()),
    };
  }

  /**
   * The policy, for `compile`, `printPolicy` and the like.
   *
   * @param name - a name or ARN under which reports mention the policy.
   * @throws PolicyError `invalid-document` where the document has an error: an ARN of fewer than six fields in an
   * SCP or RCP (rule S52), or what the type checker was told to overlook.
   */
  toPolicy(name?: string): Policy {
    const result = policyFromValue(this.toJSON(), { type: this.type, name });
    if (result.ok) return result.policy;
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    throw new PolicyError(
      'invalid-document',
      errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
    );
  }

  /**
   * The document as JSON.
   *
   * @param indent - spaces a level, 0 for one line without white space; 2 unless given.
   * @throws PolicyError as `toPolicy`.
   */
  toText(indent?: number): string {
    return printJson(this.toPolicy().root, indent);
  }
}

/**
 * Starts an identity-based policy without statements.
 *
 * @returns a builder, as in `policy().statement(allow('ecs:RunTask').on(arn).when('StringEquals', key, value))`.
 */
export function policy(): PolicyBuilder<'identity'>;
/**
 * Starts a policy of any type without statements.
 *
 * @param type - decides which statements it takes.
 * @returns a builder.
 */
export function policy<Type extends PolicyType>(type: Type): PolicyBuilder<Type>;
export function policy(type: PolicyType = 'identity'): PolicyBuilder<PolicyType> {
  return new PolicyBuilder(type, []);
}
