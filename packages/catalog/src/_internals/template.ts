/** A text with variables, `${Name}`, taken apart: `literals` has one entry more than `variables`. */
export interface Template {
  readonly literals: readonly string[];
  readonly variables: readonly string[];
}

/** Takes a template apart. */
export function parseTemplate(text: string): Template {
  const parts = text.split(/\$\{([^{}]*)\}/);
  return {
    literals: parts.filter((_, index) => index % 2 === 0),
    variables: parts.filter((_, index) => index % 2 === 1),
  };
}

/**
 * Matches a text with a template whose variables stand for any text that is not empty.
 *
 * Finds each literal as far left as it goes, so that variables are short, but for the last one: linear in the text.
 *
 * @returns what each variable stands for, in order, or `undefined` where the text is no instance.
 */
export function matchTemplate(template: Template, text: string): readonly string[] | undefined {
  const { literals } = template;
  const first = literals[0] ?? '';
  const last = literals.at(-1) ?? '';
  if (literals.length === 1) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: string[] = [];
  let position = first.length;
  for (const literal of literals.slice(1, -1)) {
    const found = text.indexOf(literal, position + 1);
    if (found < 0) return undefined;
    values.push(text.slice(position, found));
    position = found + literal.length;
  }
  if (text.length - last.length <= position) return undefined;
  values.push(text.slice(position, text.length - last.length));
  return values;
}
