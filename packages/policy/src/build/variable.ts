/**
 * Writes a policy variable (rules S113 and S117).
 *
 * @param key - the context key, such as `aws:username`.
 * @param fallback - the text where the request lacks the key; without it the value then matches nothing. A text
 * with `'` in it cannot be written as one, and is taken as it stands.
 * @returns such as `${aws:username}` or `${aws:PrincipalTag/team, 'none'}`.
 */
export function variable(key: string, fallback?: string): string {
  return fallback === undefined ? `\${${key}}` : `\${${key}, '${fallback}'}`;
}

/**
 * Writes a text so that it stands for itself where patterns and variables are read (rule S122).
 *
 * @param text - any text, such as a file name with `*` in it.
 * @returns the text with `*`, `?` and the `$` of `${` escaped.
 */
export function literal(text: string): string {
  return text.replace(/[*?]|\$(?=\{)/g, (character) => `\${${character}}`);
}
