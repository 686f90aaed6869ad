import { compileArnPattern, type Matcher } from '@policywright/arn';
import { coversAction, readActionPattern, type ActionPattern } from '@policywright/evaluator/engine';
import type { Statement } from '@policywright/policy';

/**
 * Tells whether statements may apply to a resource, or to an action: never no where they do. Patterns are compiled once,
 * however many policies have them.
 */
export class StatementFilter {
  readonly #matchers: Map<string, Matcher> = new Map();
  readonly #patterns: Map<string, ActionPattern> = new Map();

  /**
   * @param statement - of an identity-based policy.
   * @param resource - ARN or `*`.
   */
  mayMatchResource({ resource: element }: Statement, resource: string): boolean {
    if (element === undefined) return false;
    // What an exception leaves is for the decision itself to tell.
    if (element.negated) return true;
    return element.values.some((text) => text === '*' || this.#mayCover(text, resource));
  }

  /**
   * @param statement - of any policy.
   * @param action - in lower case.
   */
  coversAction({ action: element }: Statement, action: string): boolean {
    return (
      element.values.some((text) => coversAction(this.#pattern(text), action, 'match')) !== element.negated
    );
  }

  #mayCover(text: string, resource: string): boolean {
    if (text.includes('${')) return true;
    let matcher = this.#matchers.get(text);
    if (matcher === undefined) {
      matcher = compileArnPattern(text, { dialect: 'resource', missingFields: 'wildcard' });
      this.#matchers.set(text, matcher);
    }
    return matcher.matches(resource);
  }

  #pattern(text: string): ActionPattern {
    let pattern = this.#patterns.get(text);
    if (pattern === undefined) {
      pattern = readActionPattern(text);
      this.#patterns.set(text, pattern);
    }
    return pattern;
  }
}
