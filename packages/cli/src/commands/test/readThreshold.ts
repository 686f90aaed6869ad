import { CommandError } from '../../commandError.ts';

/**
 * Reads a threshold.
 *
 * @param name - of the option, without dashes.
 * @param text - as given, if it is.
 * @returns a percentage from 0 to 100.
 * @throws CommandError - where it is none.
 */
export function readThreshold(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const match = /^([0-9]{1,3})(\.[0-9]+)?%?$/.exec(text.trim());
  const percent = match === null ? Number.NaN : Number(`${match[1] ?? ''}${match[2] ?? ''}`);
  if (percent <= 100) return percent;
  throw new CommandError(`\`--${name}\` cannot be \`${text}\``, { help: 'give a percentage from 0 to 100' });
}
