import type { Range, RenderableDiagnostic } from '@policywright/policy';

/** What keeps a configuration file from being read; codes are never renamed. */
export type ConfigErrorCode =
  /** It does not parse. */
  | 'config-syntax-error'
  /** It cannot be run, or has no default export. */
  | 'config-load-error';

/** What else to tell of it. */
interface Details {
  readonly range?: Range | undefined;
  readonly help?: string | undefined;
}

/** Builds a diagnostic about a configuration file as a whole. */
export function configDiagnostic(
  code: ConfigErrorCode,
  message: string,
  details: Details = {},
): RenderableDiagnostic {
  return { code, severity: 'error', message, path: '', ...details };
}
