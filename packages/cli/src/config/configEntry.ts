import type { RenderableDiagnostic } from '@policywright/policy';

/** One thing that is wrong with a value of a configuration. */
export interface ConfigProblem {
  /** JSON pointer from the root of the file. */
  readonly path: string;
  /** Lower case, no final full stop. */
  readonly message: string;
  readonly help?: string | undefined;
  /** Whether the name of the member is wrong rather than its value. */
  readonly ofName?: boolean;
}

/** The part of a configuration file that a command reads. */
export interface ConfigEntry {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  /** As it is written; `undefined` where the file has no such entry. */
  readonly value: unknown;
  /** Where the entry stands in the file. */
  readonly pointer: string;
  /** What is wrong around it. */
  readonly problems: readonly ConfigProblem[];
  /** What reading the file found that is not about a value. */
  readonly diagnostics: readonly RenderableDiagnostic[];
}
