import type { PolicyType } from '@policywright/policy';
import type { LintContext } from '../facts/lintContext.ts';
import type { Aliases, Fix } from './finding.ts';
import type { Settings } from './options.ts';
import type { Severity } from './severity.ts';

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
  'Document' | 'Version' | 'Statement' | 'Sid' | 'Effect' | 'Principal' | 'Action' | 'Resource' | 'Condition';

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

/** A place that a rule objects to. */
export interface Report {
  /** JSON pointer from the root of the policy. */
  readonly pointer: string;
  readonly message: string;
  readonly help?: string | undefined;
  readonly fix?: Fix | undefined;
  /** Mark the member's name rather than its value. */
  readonly markName?: boolean;
  /** Whether it holds whatever the unknown parts of the value at `pointer` turn out to be. */
  readonly holdsForAll?: boolean;
  /** The actions that the report is about, where they are not those at `pointer`; for ignores. */
  readonly actions?: readonly string[];
}

/** One rule, as data with a function. */
export interface Rule {
  /** Kebab-case; part of the public interface. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly aliases: Aliases;
  readonly reads: readonly RuleElement[];
  /** One sentence. */
  readonly doc: string;
  readonly examples: { readonly bad: readonly BadExample[]; readonly good: readonly RuleExample[] };
  /** Whether it runs only where the options name it. */
  readonly optIn?: boolean;
  /** Looks at a whole document; absent for the rules that the parser checks. */
  readonly check?: (context: LintContext) => Iterable<Report>;
}
