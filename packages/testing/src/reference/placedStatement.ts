import type { EvaluatorOptions } from '@policywright/evaluator';
import type { Policy, Statement } from '@policywright/policy';

/** The layers of a decision, by their names in a policy set. */
export type LayerKind = 'identity' | 'resource' | 'boundary' | 'session' | 'scps' | 'rcps' | 'vpcEndpoint';

/** Readings of open questions, as the evaluator's options have them. */
export interface InterpretOptions {
  /** Prefixes of the services whose resources RCPs affect (rule S169); the published list unless given. */
  readonly rcpServices?: ReadonlySet<string> | 'all' | undefined;
  /** What a field that an ARN of an identity policy leaves out covers (rule S52): something unless given. */
  readonly shortArn?: 'filled' | 'wildcard' | undefined;
  /** What exempts a caller from Deny with `NotPrincipal` (rule S142): the whole chain unless given. */
  readonly notPrincipal?: EvaluatorOptions['notPrincipal'];
  /** What an entry of `NotResource` means whose policy variable has no value (rule S58): `narrow` unless given. */
  readonly unresolvedNotResource?: 'narrow' | 'drop' | 'void' | undefined;
  /** Whether a Deny applies that cannot be decided (rules S23, S74): it does unless given. */
  readonly undecidedDeny?: 'apply' | 'skip' | undefined;
  /** Open questions about conditions and variables (rules S81 to S115). */
  readonly conditions?: EvaluatorOptions['conditions'];
}

/** A statement with the place that it has in the policy set. */
export interface PlacedStatement {
  readonly layer: LayerKind;
  /** The level of an SCP or RCP, 0 for the root. */
  readonly level: number;
  /** `/identity/0/Statement/1`. */
  readonly pointer: string;
  readonly policy: Policy;
  readonly statement: Statement;
}
