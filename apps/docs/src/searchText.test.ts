import { expect, test } from 'vitest';
import { boostDocument, namesOnly, rulesAsSections } from './searchText.js';

test('each rule of the semantics is a section, whose title is how it begins', () => {
  const text =
    '<a id="s83" class="rule" href="#s83">S83</a> <span class="basis">open</span> <code>X</code> is 1';
  expect(rulesAsSections(`<p>${text} <span class="source">Source: a</span></p>`)).toBe(
    '<p><h3>S83: X is 1<a href="#s83"></a></h3> <code>X</code> is 1 <span class="source">Source: a</span></p>',
  );
});

test('of the page of a service the title and the names in its tables are kept, each where it stands', () => {
  const row = (name: string) =>
    `<tr>\n<td><code>${name}</code><br>words of it<br>Write</td>\n<td>more</td></tr>`;
  const html = [
    '<h1 id="how">How X</h1><p>text</p>',
    `<h2 id="policy-actions">A</h2>${row('Run')}<h2 id="api-operations">O</h2>${row('Stop')}`,
    `<h2 id="policy-resources">R</h2>${row('cluster')}`,
    `<h2 id="policy-condition-keys">C</h2>${row('x:key')}`,
    `<h2 id="acls">L</h2>${row('story')}`,
  ].join('');
  expect(namesOnly(html, 'x')).toBe(
    [
      '<h1 id="how">How X</h1> story',
      '<h2>x:*<a href="#policy-actions"></a></h2>Run Stop',
      '<h2>x: resource types<a href="#policy-resources"></a></h2>cluster',
      '<h2>x: condition keys<a href="#policy-condition-keys"></a></h2>x:key',
    ].join(''),
  );
});

test('a part of the page of a service without names is no section', () => {
  const html =
    '<h1>How X</h1><h2 id="policy-actions">A</h2><tr><td>Run</td></tr><h2 id="policy-resources">R</h2>none';
  expect(namesOnly(html, 'x')).toBe('<h1>How X</h1> <h2>x:*<a href="#policy-actions"></a></h2>Run');
});

test('what defines a name comes before what mentions it', () => {
  const places = [
    '/x/lint-rules#a',
    '/x/semantics#s83',
    '/x/services/ecs-mcp#policy-actions',
    '/x/services/x#policy-actions',
  ];
  const scores: readonly number[] = places.map((id) => boostDocument(id, 'x'));
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  expect(new Set(scores).size).toBe(places.length);
  expect(boostDocument('/x/semantics#s150', 's150')).toBeGreaterThan(scores[1] ?? 0);
  expect(boostDocument('/x/guide/embed#a', 'x')).toBeGreaterThan(scores[0] ?? 0);
});
