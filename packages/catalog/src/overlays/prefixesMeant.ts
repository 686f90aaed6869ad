import { serviceOf } from '../_internals/registry.ts';
import { prefixesOf } from './prefixAliases.ts';

/**
 * The prefixes that a text stands for, one after the other: itself where it is one, and those of which it is another
 * name, which are looked up only when they are asked for.
 */
export function* prefixesMeant(text: string): Generator<string> {
  const own = serviceOf(text.toLowerCase());
  if (own !== undefined) yield own.prefix;
  yield* prefixesOf(text);
}
