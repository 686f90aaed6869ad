import { closestName } from '@policywright/policy/text';

const MOST_LISTED = 20;

/**
 * Help for a name that does not exist: the closest one, else all of them where they are few.
 *
 * @param wrong - what was written.
 * @param names - the names that exist.
 */
export function didYouMean(wrong: string, names: readonly string[]): string | undefined {
  const closest = closestName(wrong, names);
  if (closest !== undefined) return `did you mean \`${closest}\`?`;
  return names.length <= MOST_LISTED ? `one of ${names.map((name) => `\`${name}\``).join(', ')}` : undefined;
}
