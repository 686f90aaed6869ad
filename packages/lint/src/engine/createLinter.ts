import type { JsonNode, Policy } from '@policywright/policy';
import type { FixOptions } from '../fix/applyFixes.ts';
import { fixText, type FixTextResult } from '../fix/fixText.ts';
import type { LintResult } from '../model/lintResult.ts';
import type { Ignore, LintOptions, TextLintOptions } from '../model/options.ts';
import type { Rule } from '../rule/rule.ts';
import { ignoreProblem } from '../suppress/ignoreProblem.ts';
import { lintNode, type NodeLintOptions } from './lintNode.ts';
import { lintPolicy, type PolicyLintOptions } from './lintPolicy.ts';
import { lintText } from './lintText.ts';
import { RuleSet } from './ruleSet.ts';

/** What a linter is made of. */
export interface LinterOptions {
  /** `RULES`, some of them, rules of your own; each with an id of its own. */
  readonly rules: readonly Rule[];
}

/**
 * Lints with certain rules. Whatever they are, it reports what keeps a document from being read, and that there is more
 * to say than is listed; all else that reading finds is reported where the rule of the same id is among them.
 */
export interface Linter {
  /** Those that it was given, in their order. */
  readonly rules: readonly Rule[];
  /**
   * Reads a policy document and lints it. What cannot be read is reported, and the rest is linted all the same.
   *
   * @param text - the document, JSON.
   * @param options - its type, and what to check.
   * @returns the findings; never throws, unless a rule does.
   */
  readonly lintText: (text: string, options?: TextLintOptions) => LintResult;
  /** Lints a document that is part of a larger text, such as a template. */
  readonly lintNode: (document: JsonNode, options: NodeLintOptions) => LintResult;
  /** Lints a policy that is already read. */
  readonly lintPolicy: (policy: Policy, options?: PolicyLintOptions) => LintResult;
  /** Lints and fixes a document until no fix is left. */
  readonly fixText: (source: string, options?: TextLintOptions & FixOptions) => FixTextResult;
  /** Says what is wrong with an ignore, which linting would not apply then; `undefined` where nothing is. */
  readonly ignoreProblem: (ignore: Ignore) => string | undefined;
  /** Says of which rules a configuration speaks that the linter does not have, and what is wrong with its ignores. */
  readonly optionProblems: (options: Pick<LintOptions, 'rules' | 'ignores'>) => readonly string[];
}

/**
 * Makes a linter of rules. Nothing but what these need is loaded: those of `@policywright/lint/rules` can be imported one
 * by one.
 *
 * @param options - the rules.
 * @throws {LintError} with code `repeated-rule` where two rules have the same id.
 */
export function createLinter({ rules }: LinterOptions): Linter {
  const ruleSet = new RuleSet(rules);
  const isRule = (id: string): boolean => ruleSet.canFind(id);
  const lint = (text: string, options: TextLintOptions = {}): LintResult => lintText(text, options, ruleSet);
  return {
    rules: ruleSet.rules,
    lintText: lint,
    lintNode: (document, options) => lintNode(document, options, ruleSet),
    lintPolicy: (policy, options = {}) => lintPolicy(policy, options, ruleSet),
    fixText: (source, options = {}) => fixText(source, options, lint),
    ignoreProblem: (ignore) => ignoreProblem(ignore, isRule),
    optionProblems: ({ rules: severities = {}, ignores = [] }) => [
      ...Object.keys(severities)
        .filter((id) => !isRule(id))
        .map((id) => `there is no rule \`${id}\``),
      ...ignores.flatMap((ignore) => ignoreProblem(ignore, isRule) ?? []),
    ],
  };
}
