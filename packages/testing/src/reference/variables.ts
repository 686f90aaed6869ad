import type { EvaluatorOptions } from '@policywright/evaluator';
import { readKey, type Context } from './contextKey.ts';
import { literalPieces, piecesOf, type Piece } from './glob.ts';

/** A text with its variables replaced. */
export interface Expansion {
  /** Whether a variable has no value (S119), or one of several that the context leaves open (S74). */
  readonly status: 'resolved' | 'unresolved' | 'undecided';
  /** Without unresolved variables; a `*` for each undecided one. */
  readonly pieces: readonly Piece[];
}

/** How to read policy text. */
export interface ExpansionScope {
  readonly context: Context;
  /** Whether `${...}` means anything: only in version 2012-10-17 (rules S3 and S113). */
  readonly variables: boolean;
  /** Readings of open questions about conditions. */
  readonly readings?: EvaluatorOptions['conditions'];
}

/**
 * Replaces the policy variables of a text in one pass (rule S123). What comes out of a variable is
 * literal; `*` and `?` written in the text are wildcards. An unterminated `${` is text (S124).
 */
export function expand(text: string, scope: ExpansionScope): Expansion {
  if (!scope.variables) return { status: 'resolved', pieces: piecesOf(text) };
  const pieces: Piece[] = [];
  const values: VariableValue[] = [];
  let place = 0;
  for (const { start, end, content } of placeholders(text)) {
    const value = valueOf(content, scope.context);
    values.push(value);
    pieces.push(...piecesOf(text.slice(place, start)), ...valuePieces(value));
    place = end;
  }
  return { status: statusOf(values), pieces: [...pieces, ...piecesOf(text.slice(place))] };
}

function valuePieces(value: VariableValue): readonly Piece[] {
  if (value.kind === 'resolved') return literalPieces(value.text);
  return value.kind === 'undecided' ? [{ text: '*', wild: true, open: true }] : [];
}

/** What has no value whatever the context means outweighs what is merely undecided. */
function statusOf(values: readonly VariableValue[]): Expansion['status'] {
  if (values.some(({ kind }) => kind === 'unresolved')) return 'unresolved';
  return values.some(({ kind }) => kind === 'undecided') ? 'undecided' : 'resolved';
}

/** A `${...}` in a text. */
export interface Placeholder {
  readonly start: number;
  /** What stands between `${` and `}`. */
  readonly content: string;
  readonly end: number;
}

/** Every `${...}` of a text, in order. */
export function placeholders(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const placeholder = placeholderAt(text, place);
    if (placeholder === undefined) continue;
    found.push(placeholder);
    place = placeholder.end - 1;
  }
  return found;
}

/** The `${...}` that begins at a place. A `}` inside a quoted default does not end it (S117). */
function placeholderAt(text: string, place: number): Placeholder | undefined {
  if (!text.startsWith('${', place)) return undefined;
  const brace = text.indexOf('}', place + 2);
  if (brace === -1) return undefined;
  const quote = text.indexOf(", '", place + 2);
  const quotedEnd = quote !== -1 && quote < brace ? text.indexOf("'}", quote + 3) : -1;
  const close = quotedEnd === -1 ? brace : quotedEnd + 1;
  return { start: place, content: text.slice(place + 2, close), end: close + 1 };
}

type VariableValue =
  | { readonly kind: 'resolved'; readonly text: string }
  | { readonly kind: 'unresolved' | 'undecided' };

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
