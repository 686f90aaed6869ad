import { visible } from '@policywright/policy/text';

/**
 * Shows what a change does to the lines of a text: those that go with `-`, those that come with `+`, each run under the
 * number of its first line. Lines are compared from place to place, which suits fixes: they change few lines each.
 *
 * @param before - the text.
 * @param after - the text after the change.
 * @returns lines, without a final line end; what cannot be printed is escaped.
 */
export function changedLines(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const shown: string[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    if (left < old.length && old[left] === now[right]) {
      left += 1;
      right += 1;
      continue;
    }
    const [nextLeft, nextRight] = nextCommon(old, now, [left, right]);
    shown.push(`  line ${left + 1}`);
    for (const line of old.slice(left, nextLeft)) shown.push(`  - ${visible(line.replaceAll('\t', '  '))}`);
    for (const line of now.slice(right, nextRight)) shown.push(`  + ${visible(line.replaceAll('\t', '  '))}`);
    [left, right] = [nextLeft, nextRight];
  }
  return shown.join('\n');
}

/** How far lines are looked for: fixes of a whole document show as one change. */
const FAR = 400;

/** The nearest places from which on both texts have the same line again; their ends where there are none. */
function nextCommon(
  old: readonly string[],
  now: readonly string[],
  [left, right]: readonly [number, number],
): [number, number] {
  for (let distance = 1; distance <= FAR; distance++) {
    for (let step = 0; step <= distance; step++) {
      const [at, to] = [left + step, right + distance - step];
      if (at < old.length && old[at] === now[to]) return [at, to];
    }
  }
  return [old.length, now.length];
}
