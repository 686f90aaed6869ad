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
  if (!/^\s*["[{]/.test(text) || isDeep(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Deeper JSON is no log, and a million levels take a third of a second to be refused. */
const MOST_DEPTH = 100_000;

/** Whether more brackets are open somewhere than JSON of a log has; those in strings count too. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_ARRAY || code === OPEN_OBJECT) depth++;
    else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) depth--;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
