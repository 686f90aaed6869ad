import { readKey, type Context } from './contextKey.ts';
import { literalPieces, piecesOf, type Piece } from './glob.ts';

/** A text with its variables replaced, or why that cannot be done. */
export type Expansion = readonly Piece[] | 'unresolved' | 'undecided';

/** How to read policy text. */
export interface ExpansionScope {
  readonly context: Context;
  /** Whether `${...}` means anything: only in version 2012-10-17 (rules S3 and S113). */
  readonly variables: boolean;
}

/**
 * Replaces the policy variables of a text in one pass (rule S123). What comes out of a variable is
 * literal; `*` and `?` written in the text are wildcards. An unterminated `${` is text (S124).
 */
export function expand(text: string, scope: ExpansionScope): Expansion {
  if (!scope.variables) return piecesOf(text);
  const pieces: Piece[] = [];
  let problem: 'unresolved' | 'undecided' | undefined;
  let place = 0;
  while (place < text.length) {
    const placeholder = placeholderAt(text, place);
    if (placeholder === undefined) {
      pieces.push(...piecesOf(text[place] as string));
      place += 1;
      continue;
    }
    const value = valueOf(placeholder.content, scope.context);
    // INVARIANT: what is unresolved whatever the context means outweighs what is merely undecided.
    if (value.kind === 'resolved') pieces.push(...literalPieces(value.text));
    else if (problem !== 'unresolved') problem = value.kind;
    place = placeholder.end;
  }
  return problem ?? pieces;
}

interface Placeholder {
  /** What stands between `${` and `}`. */
  readonly content: string;
  readonly end: number;
}

/** The `${...}` that begins at a place. A `}` inside a quoted default does not end it (S117). */
function placeholderAt(text: string, place: number): Placeholder | undefined {
  if (!text.startsWith('${', place)) return undefined;
  const brace = text.indexOf('}', place + 2);
  if (brace === -1) return undefined;
  const quote = text.indexOf(", '", place + 2);
  const quotedEnd = quote !== -1 && quote < brace ? text.indexOf("'}", quote + 3) : -1;
  const close = quotedEnd === -1 ? brace : quotedEnd + 1;
  return { content: text.slice(place + 2, close), end: close + 1 };
}

type VariableValue =
  { readonly kind: 'resolved'; readonly text: string } | { readonly kind: 'unresolved' | 'undecided' };

function valueOf(content: string, context: Context): VariableValue {
  if (content === '*' || content === '?' || content === '$') return { kind: 'resolved', text: content }; // S122
  const { key, fallback } = splitDefault(content);
  const reading = readKey(context, key);
  if (reading.kind === 'ambiguous') return { kind: 'undecided' };
  if (reading.kind === 'multi') return { kind: 'unresolved' }; // S116
  if (reading.kind === 'single') return { kind: 'resolved', text: reading.value }; // S118: also when empty
  return fallback === undefined ? { kind: 'unresolved' } : { kind: 'resolved', text: fallback };
}

/** `key, 'text'` taken apart (S117); anything else is a key. */
function splitDefault(content: string): { key: string; fallback: string | undefined } {
  const quote = content.indexOf(", '");
  if (quote === -1 || !content.endsWith("'") || content.length < quote + 4)
    return { key: content, fallback: undefined };
  return { key: content.slice(0, quote), fallback: content.slice(quote + 3, -1) };
}
