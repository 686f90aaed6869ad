import type { LintConfig } from './lintConfig.ts';

/** What to generate, and where. */
export interface GenerateConfig {
  /** Prefixes of the services to emit, such as `ecs`; `*` stands for all of them. */
  readonly services?: readonly string[];
  /** Files and folders whose TypeScript is searched for the services that it uses; they add to `services`. */
  readonly fromUsage?: readonly string[];
  /** The folder to write to, from the folder of the configuration file. */
  readonly out: string;
  /** Whether to emit an `index.ts` with one namespace a service; no if not given. */
  readonly index?: boolean;
  /** Whether to emit `policy.schema.json`, a JSON Schema for policy documents; no if not given. */
  readonly jsonSchema?: boolean;
}

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
