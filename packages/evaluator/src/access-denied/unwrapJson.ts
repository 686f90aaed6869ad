/** How deep JSON may stand inside the strings of JSON; logs of logs have two or three levels. */
const MOST_LEVELS = 5;

/** What a text holds once its JSON is read. */
export interface Unwrapped {
  /** The text itself, or the strings of its JSON, each a paragraph. */
  readonly text: string;
  /** Every object of the JSON, also of JSON inside its strings, in order. */
  readonly objects: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Takes a text out of the JSON that it is wrapped in.
 *
 * @param text - any.
 */
export function unwrapJson(text: string): Unwrapped {
  const paragraphs: string[] = [];
  const objects: Readonly<Record<string, unknown>>[] = [];
  // A list instead of recursion: untrusted JSON may be nested deeper than the stack.
  const pending: { readonly value: unknown; readonly level: number }[] = [{ value: text, level: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, level } = next;
    if (typeof value === 'string') {
      const inner = level < MOST_LEVELS ? parsed(value) : undefined;
      if (inner === undefined) paragraphs.push(value);
      else pending.push({ value: inner, level: level + 1 });
    } else if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value)) objects.push(value as Readonly<Record<string, unknown>>);
      const children: unknown[] = Object.values(value);
      for (const child of children.toReversed()) pending.push({ value: child, level });
    }
  }
  return { text: paragraphs.join('\n\n'), objects };
}

function parsed(text: string): unknown {
  if (!/^\s*["[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
