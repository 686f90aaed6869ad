import type { ContextValue } from '@policywright/conditions';
import type { KeyRequirement } from '../model/requirement.ts';
import type { ValuesOfKey } from '../cells/cell.ts';

/** So many texts are tried in pairs. */
const MOST_PAIRED = 12;

/**
 * Values of a context key that may tell conditions apart: the key left out, each value that a condition names, texts
 * beside them, and lists.
 *
 * @param requirements - on the key.
 * @param facts - what values there are.
 * @param wished - further texts, which come first.
 */
export function candidateValues(
  requirements: readonly KeyRequirement[],
  facts: ValuesOfKey,
  wished: readonly string[] = [],
): readonly (ContextValue | undefined)[] {
  const texts = new Set<string>(['other']);
  for (const { checks } of requirements) {
    for (const { condition } of checks) for (const value of condition.values) addBeside(texts, value);
  }
  for (const text of ['', '0', '-1', '2020-01-01T00:00:00Z', '203.0.113.7', '2001:db8::7', 'true', 'false'])
    texts.add(text);
  if (facts.presence === 'never') return [undefined];
  const candidates: (ContextValue | undefined)[] = [
    ...(facts.values === 'several' ? [] : wished),
    ...(facts.values === 'single' ? [] : wished.map((text) => [text])),
    ...(facts.presence === 'always' ? [] : [undefined]),
  ];
  if (facts.values !== 'several') candidates.push(...texts);
  if (facts.values !== 'single') candidates.push(...listsOf([...texts]));
  return candidates;
}

function listsOf(texts: readonly string[]): readonly (readonly string[])[] {
  const few = texts.slice(0, MOST_PAIRED);
  return [
    [],
    ['', ''],
    ...texts.map((text) => [text]),
    ...few.flatMap((one, at) => few.slice(at + 1).map((other) => [one, other])),
  ];
}

function addBeside(texts: Set<string>, value: string): void {
  texts.add(value.replaceAll('*', '').replaceAll('?', 'x'));
  texts.add(value.replaceAll('*', 'x').replaceAll('?', 'x'));
  const address = value.indexOf('/');
  if (address > 0) texts.add(value.slice(0, address));
  const number = Number(value);
  if (value !== '' && Number.isFinite(number)) {
    for (const beside of [number - 1, number + 1, number + 0.5]) texts.add(String(beside));
  }
}
