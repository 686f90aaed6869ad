import type { OneOrMany } from '@policywright/scenario';

/** A list of what is written as one value or many. */
export function listOf(values: OneOrMany<string>): readonly string[] {
  return typeof values === 'string' ? [values] : values;
}
