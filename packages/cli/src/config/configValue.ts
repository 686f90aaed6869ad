import type { RenderableDiagnostic } from '@policywright/policy';

/** A value as a configuration file has it, or why there is none. */
export interface ConfigValue {
  readonly value: unknown;
  readonly diagnostics: readonly RenderableDiagnostic[];
}
