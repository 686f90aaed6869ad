import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';

/** The numbers that an option takes. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Reads an option that is a whole number.
 *
 * @param name - of the option, without the dashes.
 * @param text - as given.
 * @param range - the numbers that it takes.
 * @returns `undefined` where it was left out.
 * @throws CommandError - where it is none of them.
 */
export function readCount(
  name: string,
  text: string | undefined,
  { least, most }: CountRange,
): number | undefined {
  if (text === undefined) return undefined;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw new CommandError(`\`--${name}\` cannot be ${quote(text)}`, {
    help: `a whole number from ${least} to ${most}`,
  });
}
