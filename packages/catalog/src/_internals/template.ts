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
 * Finds each literal as far left as it goes, so that variables are short, but for the last one: linear in the text. From
 * the other side it is the first variable that is long.
 *
 * @param from - the side to begin at: `start` if not given.
 * @returns what each variable stands for, in order, or `undefined` where the text is no instance.
 */
export function matchTemplate(
  template: Template,
  text: string,
  from: 'start' | 'end' = 'start',
): readonly string[] | undefined {
  const { literals } = template;
  const first = literals[0] ?? '';
  const last = literals.at(-1) ?? '';
  if (literals.length === 1) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const inner = literals.slice(1, -1);
  const [start, end] = [first.length, text.length - last.length];
  return from === 'start'
    ? splitAt(text.slice(start, end), inner)
    : splitAtLast(text.slice(start, end), inner);
}

function splitAt(text: string, literals: readonly string[]): readonly string[] | undefined {
  const values: string[] = [];
  let position = 0;
  for (const literal of literals) {
    const found = text.indexOf(literal, position + 1);
    if (found < 0) return undefined;
    values.push(text.slice(position, found));
    position = found + literal.length;
  }
  values.push(text.slice(position));
  return position < text.length ? values : undefined;
}

function splitAtLast(text: string, literals: readonly string[]): readonly string[] | undefined {
  const values: string[] = [];
  let end = text.length;
  for (const literal of literals.toReversed()) {
    const found = text.lastIndexOf(literal, end - literal.length - 1);
    if (found < 0 || end - literal.length <= 0) return undefined;
    values.unshift(text.slice(found + literal.length, end));
    end = found;
  }
  values.unshift(text.slice(0, end));
  return end > 0 ? values : undefined;
}
