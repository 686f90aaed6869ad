import { DIAGNOSTIC_CODES } from '@policywright/policy';
import { LintError } from '../model/lintError.ts';
import type { Rule } from '../rule/rule.ts';

/** The rules of a linter. */
export class RuleSet {
  readonly rules: readonly Rule[];
  /** Those that look at a document that is read, in the order in which they run. */
  readonly checked: readonly Rule[];
  readonly #byId: ReadonlyMap<string, Rule>;

  /**
   * @param rules - each with an id of its own.
   * @throws {LintError} with code `repeated-rule` where two have the same.
   */
  constructor(rules: readonly Rule[]) {
    const byId = new Map<string, Rule>();
    for (const rule of rules) {
      if (byId.has(rule.id)) throw new LintError('repeated-rule', `found two rules \`${rule.id}\``);
      byId.set(rule.id, rule);
    }
    const checked = rules.filter(({ check }) => check !== undefined);
    this.rules = [...rules];
    this.checked = checked.toSorted((a, b) => Number(a.runsLast === true) - Number(b.runsLast === true));
    this.#byId = byId;
  }

  get(id: string): Rule | undefined {
    return this.#byId.get(id);
  }

  /** Whether a finding can have an id: that of a rule, or of what is reported whatever the rules are. */
  canFind(id: string): boolean {
    return this.#byId.has(id) || isAlwaysFound(id);
  }
}

/**
 * Whether what the parser reports is a finding of every linter: that a document cannot be read, and that there is more
 * to be said of it than is listed. All else that it reports is, where the linter has the rule of the same id.
 *
 * @param code - a code of the parser, or any other text.
 */
export function isAlwaysFound(code: string): boolean {
  if (code === 'too-many-findings') return true;
  const known: Readonly<Record<string, { readonly severity: string }>> = DIAGNOSTIC_CODES;
  return Object.hasOwn(known, code) && known[code]?.severity === 'error';
}
