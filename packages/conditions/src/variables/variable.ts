import type { ContextReader } from '../context/contextReader.ts';
import type { ContextReading } from '../context/contextReading.ts';

/** A policy variable whose key has its slot. */
export interface Variable {
  /** The slot of the context key. */
  readonly slot: number;
  /** The context key as written. */
  readonly key: string;
  /** The text to use when the key is absent (S117). */
  readonly fallback: string | undefined;
}

/**
 * Looks the value of a variable up.
 *
 * @param variable - the variable.
 * @param reader - the request's context.
 * @returns the text; `undefined` when it is unresolved: absent without a default, or multivalued (S116); or the
 * symbol that says why it cannot be told. An empty value is a value (S118).
 */
export function resolveVariable(
  variable: Variable,
  reader: ContextReader,
): Exclude<ContextReading, readonly string[]> {
  const reading = reader.value(variable.slot);
  if (reading === undefined) return variable.fallback;
  return typeof reading === 'object' ? undefined : reading;
}
