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
    return element.values.some((text) => text === '*' || this.mayCover(text, resource));
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

  /**
   * @param text - of a `Resource` element; with variables it may be of whatever these stand for.
   * @param resource - ARN or `*`.
   */
  mayCover(text: string, resource: string): boolean {
    let matcher = this.#matchers.get(text);
    if (matcher === undefined) {
      const pattern = withoutVariables(text);
      if (pattern.includes('${')) return true;
      matcher = compileArnPattern(pattern, { dialect: 'resource', missingFields: 'wildcard' });
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

/**
 * A pattern that covers whatever one with variables may. Values may have colons in them: only in the last field, where these do not
 * count, one stands for as much as `*`.
 */
function withoutVariables(text: string): string {
  const start = text.indexOf('${');
  if (start < 0 || text.slice(0, start).split(':').length < ARN_FIELDS) return text;
  return text.replaceAll(PLAIN_VARIABLE, '*');
}

const ARN_FIELDS = 6;
/** One without a value for where its key is absent, or one that stands for a special character. */
const PLAIN_VARIABLE = /\$\{(?:[\w:/+=.@-]+|[*?$])\}/g;
