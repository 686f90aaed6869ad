import { parseVariables } from '@policywright/conditions/values';

/** A `${...}` in a text. */
export interface VariableUse {
  readonly start: number;
  /** Exclusive; the end of the text where no brace closes it. */
  readonly end: number;
  /** What stands between the braces. */
  readonly inner: string;
  readonly closed: boolean;
}

/**
 * Finds the policy variables of a text (rule S113); `${*}`, `${?}` and `${$}` are escapes, not variables (S122).
 *
 * @param text - a resource pattern or a condition value.
 */
export function findVariables(text: string): readonly VariableUse[] {
  const found: VariableUse[] = [];
  let start = text.indexOf('${');
  while (start >= 0) {
    const close = text.indexOf('}', start);
    const end = close < 0 ? text.length : close + 1;
    const inner = text.slice(start + 2, close < 0 ? undefined : close);
    if (!/^[*?$]$/.test(inner)) found.push({ start, end, inner, closed: close >= 0 });
    start = text.indexOf('${', end);
  }
  return found;
}

/**
 * A pattern that matches at least what a text with variables can stand for: each becomes `*`.
 *
 * @param text - a resource pattern or a condition value.
 */
export function widenVariables(text: string): string {
  if (!text.includes('${')) return text;
  return parseVariables(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : '*'))
    .join('');
}
