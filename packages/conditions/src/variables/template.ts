import { STAR, tokenizeGlob, type GlobTokens } from '@policywright/arn';
import type { TokenBuffer } from '@policywright/arn/engine';
import type { ContextReader } from '../context/contextReader.ts';
import type { KeyTable } from '../context/keyTable.ts';
import { parseVariables, type TextPiece } from './parseVariables.ts';
import { resolveVariable, type Variable } from './variable.ts';

/**
 * What became of a template's variables: all have a value; one has none, so that the pattern matches nothing
 * (S119); or one cannot be told.
 */
export type TemplateStatus = 'resolved' | 'unresolved' | 'undecided';

/** A part of a template: a stretch of pattern, or a variable. */
export type TemplatePart = GlobTokens | Variable;

const STAR_TOKENS: GlobTokens = Int32Array.of(STAR);

/** A pattern with policy variables, which become literal text at request time (S123). */
export class Template {
  /** The parts in order. */
  readonly parts: readonly TemplatePart[];
  /** The whole pattern, when it has no variables but only text and escapes; else `undefined`. */
  readonly tokens: GlobTokens | undefined;
  /** The variables in order. */
  readonly variables: readonly Variable[];
  /** False when a variable stands where none can be, so that it never has a value (S114). */
  readonly resolvable: boolean;

  /**
   * @param parts - the parts in order.
   * @param resolvable - false when a variable stands where none can be, so that it never has a value.
   */
  constructor(parts: readonly TemplatePart[], resolvable: boolean) {
    this.parts = parts;
    this.variables = parts.filter(isVariable);
    this.tokens = this.variables.length === 0 ? concatenate(parts.filter(isTokens)) : undefined;
    this.resolvable = resolvable;
  }

  /**
   * Appends the pattern with its variables substituted. Allocates nothing.
   *
   * @param reader - the request's context.
   * @param buffer - where to append; the caller clears it first.
   * @returns what became of the variables. When `undecided`, `*` stands for what cannot be told: the pattern
   * then covers whatever it may come to. When `unresolved`, what the buffer holds has no meaning.
   */
  fill(reader: ContextReader, buffer: TokenBuffer): TemplateStatus {
    if (!this.resolvable) return 'unresolved';
    let status: TemplateStatus = 'resolved';
    for (const part of this.parts) {
      if (isTokens(part)) {
        buffer.pushTokens(part);
        continue;
      }
      const value = resolveVariable(part, reader);
      if (value === undefined) return 'unresolved';
      if (typeof value === 'string') {
        buffer.pushText(value);
      } else {
        buffer.pushTokens(STAR_TOKENS);
        status = 'undecided';
      }
    }
    return status;
  }
}

/**
 * Compiles a text of `Resource` or `NotResource` with policy variables. A variable before the fifth colon is
 * not allowed (S114) and so is never resolved.
 *
 * @param text - the text, of a document of version 2012-10-17.
 * @param keys - gives the variables' keys their slots.
 * @returns the template.
 */
export function compileTemplate(text: string, keys: KeyTable): Template {
  const pieces = parseVariables(text);
  let colons = 0;
  let resolvable = true;
  for (const piece of pieces) {
    if (piece.kind === 'text') colons += countColons(piece.text);
    else if (piece.kind === 'variable' && colons < 5) resolvable = false;
  }
  return new Template(templateParts(pieces, keys), resolvable);
}

/**
 * @param pieces - the pieces of a text, whose `*` and `?` are wildcards.
 * @param keys - gives the variables' keys their slots.
 * @returns the parts of a template.
 */
export function templateParts(pieces: readonly TextPiece[], keys: KeyTable): readonly TemplatePart[] {
  return pieces.map((piece) => {
    switch (piece.kind) {
      case 'text':
        return tokenizeGlob(piece.text);
      case 'escape':
        return Int32Array.of(piece.text.charCodeAt(0));
      case 'variable':
        return { slot: keys.slot(piece.key), key: piece.key, fallback: piece.fallback };
    }
  });
}

function isTokens(part: TemplatePart): part is GlobTokens {
  return part instanceof Int32Array;
}

function isVariable(part: TemplatePart): part is Variable {
  return !isTokens(part);
}

function concatenate(parts: readonly GlobTokens[]): GlobTokens {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function countColons(text: string): number {
  return text.split(':').length - 1;
}
