import { compileGlob, type Matcher } from '@policywright/arn';
import type { Policy, Statement } from '@policywright/policy';

/** Tells quickly for which actions a mutant cannot make a difference, so that nothing needs to be compiled for them. */
export class ActionFilter {
  readonly #matchers = new Map<Statement, readonly Matcher[]>();

  /** Whether a mutant might decide otherwise about an action; it surely does not where the answer is no. */
  mayDiffer(policy: Policy, mutant: Policy, action: string): boolean {
    // S168: whether a level of RCPs allows depends on there being an Allow, whatever it is about.
    if (policy.statements.length !== mutant.statements.length) return true;
    return policy.statements.some((statement, index) => {
      const other = mutant.statements[index];
      if (other === undefined || other === statement) return false;
      return this.#mayCover(statement, action) || this.#mayCover(other, action);
    });
  }

  #mayCover(statement: Statement, action: string): boolean {
    const { negated, values } = statement.action;
    if (negated) return true;
    const known = this.#matchers.get(statement);
    const matchers = known ?? values.map((value) => compileGlob(value, { ignoreCase: true }));
    if (known === undefined) this.#matchers.set(statement, matchers);
    return matchers.some((matcher) => matcher.matches(action));
  }
}
