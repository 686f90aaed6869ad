import type { ConditionOptions } from '@policywright/conditions';
import type { NotPrincipalMode } from './principal/principalMatcher.ts';

/** The readings that a caller may change where AWS's documentation leaves a question open. */
export interface EvaluatorOptions {
  /**
   * What exempts a caller from Deny with `NotPrincipal` (rule S142): `strict`, the default, wants the
   * caller and all its parents listed; under `lenient` any match exempts.
   */
  readonly notPrincipal?: NotPrincipalMode | undefined;
  /**
   * What a field that a resource ARN of an identity-based policy leaves out covers (rule S52): AWS fills in
   * `*` and shows it for filled fields. `filled`, the default, lets an Allow cover only what has something
   * there; under `wildcard` the field may be empty as well, as in ARNs of S3 and IAM.
   */
  readonly shortArn?: 'filled' | 'wildcard' | undefined;
  /**
   * What an entry of `NotResource` means whose policy variable has no value (rule S58): `narrow`, the
   * default, lets a Deny cover the resource and an Allow not; under `drop` the entry drops out for both;
   * under `void` the statement applies for neither.
   */
  readonly unresolvedNotResource?: 'narrow' | 'drop' | 'void' | undefined;
  /**
   * What a Deny does that cannot be decided, for an unknown operator or unreadable context (rules S23, S74):
   * `apply`, the default, or `skip`. An Allow that cannot be decided never applies.
   */
  readonly undecidedDeny?: 'apply' | 'skip' | undefined;
  /**
   * Prefixes of the services whose resources RCPs affect (rule S169); the default is the published list.
   * `all` lets RCPs bind every service.
   */
  readonly rcpServices?: ReadonlySet<string> | 'all' | undefined;
  /** Open questions about conditions and variables (rules S81 to S115). */
  readonly conditions?: ConditionOptions | undefined;
}
