import { globOf, globsOverlap } from '../../facts/globsOverlap.ts';

/**
 * Whether a pattern can match a value of a form.
 *
 * A wildcard can run past a colon (S50), but where all fields are written, nobody means it to: then each field has to
 * fit.
 *
 * @param pattern - a value of a condition, variables widened.
 * @param form - a pattern that all values of the form match.
 */
export function fitsForm(pattern: string, form: string): boolean {
  const fields = pattern.split(':');
  const expected = form.split(':');
  if (fields.length !== expected.length) return globsOverlap(globOf(pattern), globOf(form));
  return fields.every((field, index) => globsOverlap(globOf(field), globOf(expected[index] ?? '')));
}
