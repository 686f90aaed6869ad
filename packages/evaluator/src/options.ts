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
   * What a resource ARN of fewer than six segments matches in identity, boundary and session policies
   * (rule S52): `wildcard`, the default, takes missing fields as `*`; `never` matches nothing.
   */
  readonly shortArn?: 'wildcard' | 'never' | undefined;
  /**
   * Prefixes of the services whose resources RCPs affect (rule S169); the default is the published list.
   * `all` lets RCPs bind every service.
   */
  readonly rcpServices?: ReadonlySet<string> | 'all' | undefined;
  /** Open questions about conditions and variables (rules S81 to S115). */
  readonly conditions?: ConditionOptions | undefined;
}
