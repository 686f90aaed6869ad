import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anchorRules } from './anchorRules.js';

test('rules of the semantics get anchors, and mentions of them links', () => {
  const text = anchorRules('# Title\n**S1** [D] A `${x}` as in S23 [Q: twice]. source: a.md\n');
  expect(text).toContain('<a id="s1" class="rule" href="#s1">S1</a> <span class="basis">documented</span>');
  expect(text).toContain('[S23](#s23)');
  expect(text).toContain('<span class="basis">open: twice</span>');
  expect(text).toContain('<code>$&#123;x&#125;</code>');
  expect(text).toContain('<span class="source">Source: a.md</span>');
});

test('every rule S1 to S213 has an anchor of its own', () => {
  const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'semantics.md');
  const text: string = anchorRules(readFileSync(file, 'utf8'));
  const ids = [...text.matchAll(/<a id="(s\d+)"/g)].map(([, id = '']) => id);
  const all = Array.from({ length: 213 }, (_, index) => `s${index + 1}`);
  expect(ids.toSorted()).toEqual(all.toSorted());
});
