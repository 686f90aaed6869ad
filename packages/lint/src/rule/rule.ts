import type { PolicyType } from '@policywright/policy';
import type { LintContext } from '../facts/lintContext.ts';
import type { Aliases, Fix } from '../model/finding.ts';
import type { Settings } from '../model/options.ts';
import type { Severity } from '../model/severity.ts';

/** The kinds of rule. */
export const RULE_GROUPS = [
  'grammar',
  'unknown',
  'type',
  'mismatch',
  'public',
  'privesc',
  'redundancy',
  'style',
  'quota',
] as const;

/** What a rule is about: the grammar, names that do not exist, types, things that do not go together, public or
 * broad access, escalation of privileges, what has no effect, style, or size. */
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** The parts of a document that a rule looks at. */
export type RuleElement =
  | 'Document'
  | 'Version'
  | 'Statement'
  | 'Sid'
  | 'Effect'
  | 'Principal'
  | 'Action'
  | 'Resource'
  | 'Condition';

/** A document that shows a rule; it is documentation and test at once. */
export interface RuleExample {
  readonly type?: PolicyType;
  readonly text: string;
  readonly settings?: Settings;
  /** The type of the resource that carries the policy. */
  readonly resourceType?: string;
}

/** What a rule finds in an example. */
export interface ExampleFinding {
  /** JSON pointer from the root of the document. */
  readonly at: string;
  /** What it says, at least where it says something of another kind than before; then without `help` there is none. */
  readonly message?: string;
  readonly help?: string;
  /** The text that it marks. */
  readonly marks?: string;
  /** What its fix writes, in the order of the text. */
  readonly fix?: { readonly to: string; readonly keepsDecisions: boolean };
}

/** A document that a rule objects to, with all that it finds there, in the order of the document. */
export interface BadExample extends RuleExample {
  readonly finds: readonly ExampleFinding[];
}

/** Documents that show a rule: what it objects to, and what it is silent on. */
export interface RuleExamples {
  readonly bad: readonly BadExample[];
  readonly good: readonly RuleExample[];
}

/** A place that a rule objects to. */
export interface Report {
  /** JSON pointer from the root of the policy: the value that is marked. */
  readonly pointer: string;
  /** What was found; lower case, no final full stop, names in backticks. */
  readonly message: string;
  /** How to mend it. */
  readonly help?: string | undefined;
  /** Edits of the text that mend it: offsets are those of `LintContext.text`, where there is one. */
  readonly fix?: Fix | undefined;
  /** Mark the member's name rather than its value. */
  readonly markName?: boolean;
  /** Whether it holds whatever the unknown parts of the value at `pointer` turn out to be. */
  readonly holdsForAll?: boolean;
  /** The actions that the report is about, where they are not those at `pointer`; for ignores. */
  readonly actions?: readonly string[];
}

/** One rule, as data with a function; those of your own are made as those of `RULES` are. */
export interface Rule {
  /** Kebab-case: the code of its findings, and what configurations call it. */
  readonly id: string;
  /** What it is about. */
  readonly group: RuleGroup;
  /** How grave its findings are where a configuration does not say. */
  readonly severity: Severity;
  /** What other tools call it; `{}` where none has it. */
  readonly aliases: Aliases;
  /**
   * The parts of a document that it looks at. A rule that reads `Condition` or `Principal` only does not run where there is
   * none; of what a statement lacks, one that reads `Condition` says nothing where some conditions are not known.
   */
  readonly reads: readonly RuleElement[];
  /** One sentence that says what is wrong, without a full stop. */
  readonly doc: string;
  /** Made when they are read, since a run has no use for them. */
  readonly examples: RuleExamples;
  /** Whether it runs only where the options name it. */
  readonly optIn?: boolean;
  /** Whether it runs after all others, since it tells of what they did. */
  readonly runsLast?: boolean;
  /** The page that describes it, for reports; those of `RULES` have one of this project. */
  readonly url?: string;
  /**
   * Looks at a whole document, and gives each place that it objects to; a generator does. It must not keep anything of the
   * context, nor change it. Absent for the rules that the parser checks while it reads: their ids are its codes.
   */
  readonly check?: (context: LintContext) => Iterable<Report>;
}
