import type { Matcher } from '@policywright/arn';
import type { ContextReader } from '@policywright/conditions';
import type { Template } from '@policywright/conditions/template';
import type { ResourceOwner } from './patternOwner.ts';

/**
 * Whether a resource pattern covers a resource. `unresolved`: a policy variable has no value (rule S58). Where
 * the value is unknown or cannot be read, `undecided` says that the pattern may match, be without a value, or
 * neither, and `missing` that it does not match but may be without a value.
 */
export type ResourceMatch = 'match' | 'noMatch' | 'unresolved' | 'undecided' | 'missing';

/**
 * What a resource pattern is compiled to, for packages above: a matcher of whole resources; a pattern with policy
 * variables, read as an ARN pattern once they are filled in; or an abbreviation, which covers by the API that is called.
 */
export type ResourceForm =
  | { readonly kind: 'fixed'; readonly matcher: Matcher }
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'abbreviated' };

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
  /** What it is compiled to. */
  readonly form: ResourceForm;
  match(resource: string, reader: ContextReader): ResourceMatch;
}
