import { compileGlob, type Matcher } from '@policywright/arn';

/** One value of `Action` or `NotAction`, compiled (rules S61 to S68). */
export type ActionPattern =
  | { readonly kind: 'every' }
  /** `prefix:Name` without wildcard, in lower case. */
  | { readonly kind: 'literal'; readonly action: string }
  /** A pattern within one service: `prefix` in lower case, `name` matched against what follows the colon. */
  | { readonly kind: 'service'; readonly prefix: string; readonly name: Matcher }
  /** A pattern that the language does not have: no colon, or a wildcard in the prefix (rule S65). */
  | { readonly kind: 'irregular'; readonly whole: Matcher };

const WILDCARD = /[*?]/;

/**
 * Compiles one action pattern.
 *
 * @param text - as in the document, such as `s3:Get*`.
 */
export function compileActionPattern(text: string): ActionPattern {
  if (text === '*' || text === '*:*') return { kind: 'every' };
  const lower = asciiLowerCase(text);
  const colon = lower.indexOf(':');
  const prefix = lower.slice(0, colon);
  if (colon < 0 || WILDCARD.test(prefix)) return { kind: 'irregular', whole: compileGlob(lower) };
  const name = lower.slice(colon + 1);
  if (!WILDCARD.test(name)) return { kind: 'literal', action: lower };
  return { kind: 'service', prefix, name: compileGlob(name) };
}

/**
 * Whether a pattern covers an action.
 *
 * @param pattern - compiled.
 * @param action - in lower case.
 * @param irregular - what an irregular pattern may do: `match` where covering more narrows access
 * (Deny with `Action`, Allow with `NotAction`), `ignore` elsewhere, so that it never widens access.
 */
export function coversAction(pattern: ActionPattern, action: string, irregular: 'match' | 'ignore'): boolean {
  switch (pattern.kind) {
    case 'every':
      return true;
    case 'literal':
      return pattern.action === action;
    case 'service': {
      const colon = pattern.prefix.length;
      return (
        action.charCodeAt(colon) === 58 &&
        action.startsWith(pattern.prefix) &&
        pattern.name.matches(action, colon + 1)
      );
    }
    case 'irregular':
      return irregular === 'match' && pattern.whole.matches(action);
  }
}

/** Lower-cases A to Z only: action names compare by ASCII case. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
