/**
 * Decodes the names of the actions of a service.
 *
 * Splits with the engine's own `split` and joins each name once: this runs over the whole catalog before `*` is
 * expanded for the first time.
 *
 * @param section - lines such as `Describe Clusters Services`.
 * @param head - what to put in front of each: `ecs:`, or nothing.
 * @returns names in code point order.
 */
export function decodeNames(section: string, head: string): string[] {
  const names: string[] = [];
  if (section === '') return names;
  for (const line of section.split('\n')) {
    const parts = line.split(' ');
    const start = head + (parts[0] ?? '');
    for (let index = 1; index < parts.length; index++) names.push(start + (parts[index] ?? ''));
  }
  return names;
}
