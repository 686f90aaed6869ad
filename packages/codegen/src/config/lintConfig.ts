/** How grave a finding of the linter is to be, or that its rule is not to run. */
export type LintLevel = 'error' | 'warning' | 'suggestion' | 'info' | 'off';

/** Options of `policywright lint`, which checks them. */
export interface LintConfig {
  /** The severity of rules by id; naming a rule that is off by default turns it on. */
  readonly rules?: Readonly<Record<string, LintLevel>>;
  /** Findings that are accepted, each with the reason why. */
  readonly ignores?: readonly LintIgnore[];
  /** A file of accepted findings, from the folder of the configuration file. */
  readonly baseline?: string;
  /** The least grave findings to report; these then all count. */
  readonly minimumSeverity?: Exclude<LintLevel, 'off'>;
  /** The values of rules that need some. */
  readonly settings?: LintSettings;
}

/** A finding that is accepted. */
export interface LintIgnore {
  /** The id of the rule. */
  readonly rule: string;
  readonly reason: string;
  /** Only findings about actions that this pattern matches. */
  readonly action?: string;
  /** Only findings about resources that this pattern matches. */
  readonly resource?: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** Values that rules of the linter take. */
export interface LintSettings {
  /** ARN patterns of resources that no statement should open. */
  readonly sensitiveResources?: readonly string[];
  /** Action patterns that no statement should allow. */
  readonly forbiddenActions?: readonly string[];
  /** Patterns of principals that no statement should allow. */
  readonly blockedPrincipals?: readonly string[];
  /** Patterns of the only principals that statements may allow. */
  readonly allowedPrincipals?: readonly string[];
  /** Most characters of a service control policy. */
  readonly scpQuota?: number;
  /** Most characters of a resource control policy. */
  readonly rcpQuota?: number;
  /** Most characters of a trust policy. */
  readonly trustQuota?: number;
}
