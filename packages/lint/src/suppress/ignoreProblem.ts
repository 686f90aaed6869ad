import type { Ignore } from '../model/options.ts';
import { isDay } from './isDay.ts';

/**
 * Says what is wrong with an ignore, which linting would not apply then.
 *
 * @param ignore - as a configuration has it.
 * @param isRule - whether a rule has an id.
 */
export function ignoreProblem(ignore: Ignore, isRule: (id: string) => boolean): string | undefined {
  if (!isRule(ignore.rule)) return `there is no rule \`${ignore.rule}\``;
  if (ignore.reason.trim() === '') return `an ignore of \`${ignore.rule}\` needs a reason`;
  if (ignore.expires !== undefined && !isDay(ignore.expires))
    return `found \`${ignore.expires}\` as the last day of an ignore, expected a day such as \`2026-12-31\``;
  return undefined;
}
