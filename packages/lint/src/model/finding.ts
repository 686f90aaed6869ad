import type { Range } from '@policywright/policy';
import type { Severity } from './severity.ts';

/** What a rule is called in other tools. */
export interface Aliases {
  /** The issue code of IAM Access Analyzer's policy validation: `MISSING_VERSION`. */
  readonly accessAnalyzer?: string;
  /** The id of parliament: `NO_VERSION`. */
  readonly parliament?: string;
}

/** A replacement of a part of the source text, in UTF-16 offsets; `end` is exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Edits that clear a finding. They do not overlap each other. */
export interface Fix {
  readonly edits: readonly TextEdit[];
  /** Whether every request gets the same decision afterwards (INVARIANT 21). */
  readonly keepsDecisions: boolean;
}

/** One finding about a document, as data. */
export interface Finding {
  /** The id of the rule. */
  readonly code: string;
  readonly severity: Severity;
  /** Lower case, no final full stop, what was found in backticks. */
  readonly message: string;
  /** JSON pointer (RFC 6901) of the element concerned, from the root of the file. */
  readonly path: string;
  /** Absent for documents that were not read from text. */
  readonly range: Range | undefined;
  /** How to mend it. */
  readonly help?: string;
  readonly fix?: Fix;
  readonly aliases: Aliases;
  /** What the policy is called in its file, names from outside in, such as `AppRole/inline`; where the file tells. */
  readonly policy?: string;
}
