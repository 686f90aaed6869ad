import type { Request } from '@policywright/evaluator';

/** The context of a request. */
export type Context = Request['context'];

type ContextValue = NonNullable<Context>[string];
type ContextScalar = Exclude<ContextValue, readonly unknown[]>;

/** What the request context says about one key. */
export type KeyReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'single'; readonly value: string }
  | { readonly kind: 'multi'; readonly values: readonly string[] }
  | { readonly kind: 'ambiguous' };

/**
 * Reads a context key: names compare without case (S73); names that differ only in case and hold
 * different values are ambiguous (S74); an array is a multivalued key (S89).
 */
export function readKey(context: Context, key: string): KeyReading {
  const readings = Object.entries(context ?? {})
    .filter(([name, value]) => value !== undefined && name.toLowerCase() === key.toLowerCase())
    .map(([, value]) => readValue(value));
  const first = readings[0];
  if (first === undefined) return { kind: 'absent' };
  const same = readings.every((reading) => JSON.stringify(reading) === JSON.stringify(first));
  return same ? first : { kind: 'ambiguous' };
}

function readValue(value: ContextValue): KeyReading {
  if (isList(value)) return { kind: 'multi', values: value.map(String) };
  return { kind: 'single', value: String(value) };
}

function isList(value: ContextValue): value is readonly ContextScalar[] {
  return Array.isArray(value);
}
