import type { ContextReader } from '@policywright/conditions';
import type { ResourceOwner } from './patternOwner.ts';

/**
 * Whether a resource pattern covers a resource. `unresolved`: a policy variable has no value (rule S58). Where
 * the value is unknown or cannot be read, `undecided` says that the pattern may match, be without a value, or
 * neither, and `missing` that it does not match but may be without a value.
 */
export type ResourceMatch = 'match' | 'noMatch' | 'unresolved' | 'undecided' | 'missing';

/** One value of `Resource` or `NotResource`, compiled. */
export interface ResourcePattern {
  readonly text: string;
  /** Matches every resource, the pseudo-resource `*` included (rule S46). */
  readonly every: boolean;
  /** What every resource that the pattern covers begins and ends with. */
  readonly prefix: string;
  readonly suffix: string;
  /** Whose every resource is that the pattern covers, where its literal head tells (rule S45); known once it matched. */
  readonly owner: ResourceOwner | undefined;
  /** Slots of the context keys that it uses as variables. */
  readonly slots: readonly number[];
  match(resource: string, reader: ContextReader): ResourceMatch;
}
