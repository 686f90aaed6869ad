import type { GenerateConfig } from '@policywright/codegen';
import type { LintConfig } from '@policywright/lint';

/** The contents of `policywright.config.json`, `.ts`, `.mts`, `.js` or `.mjs`. */
export interface PolicywrightConfig {
  /** Options of `policywright generate`. */
  readonly generate?: Partial<GenerateConfig>;
  /** Options of `policywright lint`. */
  readonly lint?: LintConfig;
}

/**
 * Gives a configuration module its types.
 *
 * @param config - the configuration.
 * @returns the same object.
 */
export function defineConfig(config: PolicywrightConfig): PolicywrightConfig {
  return config;
}
