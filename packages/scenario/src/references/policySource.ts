import type { Policy } from '@policywright/policy';

/** Where the text of a policy stands that a scenario refers to. */
export interface PolicySource {
  /** The name under which reports mention the file. */
  readonly file: string;
  /** What the offsets of the policy count in. */
  readonly text: string;
  /** Whether AWS wrote the policy, so that nobody here tests it. */
  readonly isManaged: boolean;
}

const SOURCES = new WeakMap<Policy, PolicySource>();

/** Notes that a policy stands outside of the scenario file. */
export function noteSource(policy: Policy, source: PolicySource): void {
  SOURCES.set(policy, source);
}

/**
 * Tells in which file a policy stands that a scenario, or whoever resolves references, refers to.
 *
 * @param policy - as it was read.
 * @returns `undefined` where that is the scenario file itself.
 */
export function sourceOf(policy: Policy): PolicySource | undefined {
  return SOURCES.get(policy);
}
