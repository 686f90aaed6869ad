import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY_SET_FLAGS } from '@policywright/evaluator';
import { expect, test } from 'vitest';

test('the guide on scenarios has every flag with what it may be and says', () => {
  const guide = readFileSync(join(import.meta.dirname, '../pages/guide/scenarios.md'), 'utf8');
  const rows = guide.slice(guide.indexOf('## Flags')).matchAll(/^\| `(\w+)` *\| ([^|]*?) *\| (.*?) *\|$/gm);
  const expected = Object.entries(POLICY_SET_FLAGS).map(([name, { words, meaning }]) => {
    const values = words.length === 0 ? ['true', 'false'] : words;
    return [name, values.map((value) => `\`${value}\``).join(', '), meaning];
  });
  expect([...rows].map(([, ...cells]) => cells)).toEqual(expected);
});
