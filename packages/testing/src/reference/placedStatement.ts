import type { Policy, Statement } from '@policywright/policy';

/** The layers of a decision, by their names in a policy set. */
export type LayerKind = 'identity' | 'resource' | 'boundary' | 'session' | 'scps' | 'rcps' | 'vpcEndpoint';

/** Readings of open questions, as the evaluator's options have them. */
export interface InterpretOptions {
  /** Prefixes of the services whose resources RCPs affect (rule S169); the published list unless given. */
  readonly rcpServices?: ReadonlySet<string> | 'all' | undefined;
  /** What a field that an ARN of an identity policy leaves out covers (rule S52): something unless given. */
  readonly shortArn?: 'filled' | 'wildcard' | undefined;
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
