import { compileGlob, type Matcher } from '@policywright/arn';

/** One value of `Action` or `NotAction`, read (rules S61 to S68). */
export type ActionPattern = EveryAction | LiteralAction | ServicePattern | IrregularPattern;

interface EveryAction {
  readonly kind: 'every';
}

/** `prefix:Name` without wildcard, in lower case. */
interface LiteralAction {
  readonly kind: 'literal';
  readonly action: string;
}

/** A pattern within one service: both parts in lower case. */
interface ServicePattern {
  readonly kind: 'service';
  readonly prefix: string;
  readonly name: string;
  /** Compiled when first needed. */
  matcher: Matcher | undefined;
}

/** A pattern that the language does not have: no colon, or a wildcard in the prefix (rule S65). */
interface IrregularPattern {
  readonly kind: 'irregular';
  readonly text: string;
  matcher: Matcher | undefined;
}

/** `*` and `*:*`; several stars are worth one. */
const EVERY = /^\*+(?::\*+)?$/;

/**
 * Reads one action pattern.
 *
 * @param text - as in the document, such as `s3:Get*`.
 */
export function readActionPattern(text: string): ActionPattern {
  if (EVERY.test(text)) return { kind: 'every' };
  const lower = asciiLowerCase(text);
  const colon = lower.indexOf(':');
  const wildcard = firstWildcard(lower);
  if (colon < 0 || (wildcard >= 0 && wildcard < colon))
    return { kind: 'irregular', text: lower, matcher: undefined };
  if (wildcard < 0) return { kind: 'literal', action: lower };
  return { kind: 'service', prefix: lower.slice(0, colon), name: lower.slice(colon + 1), matcher: undefined };
}

function firstWildcard(text: string): number {
  const star = text.indexOf('*');
  const mark = text.indexOf('?');
  return star < 0 || (mark >= 0 && mark < star) ? mark : star;
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
        (pattern.matcher ??= compileGlob(pattern.name)).matches(action, colon + 1)
      );
    }
    case 'irregular':
      return irregular === 'match' && (pattern.matcher ??= compileGlob(pattern.text)).matches(action);
  }
}

/** Lower-cases A to Z only: action names compare by ASCII case. */
export function asciiLowerCase(text: string): string {
  // Without other characters the quick built-in does the same.
  return NON_ASCII.test(text)
    ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : text.toLowerCase();
}

const NON_ASCII = /[^\0-\x7f]/;
