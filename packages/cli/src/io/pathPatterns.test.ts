import { expect, test } from 'vitest';
import { pathPatterns } from './pathPatterns.ts';

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['nothing', [], [], ['a.json']],
  [
    'a name of a file, wherever it is',
    ['draft.json'],
    ['draft.json', 'x/draft.json'],
    ['drafts.json', 'draft.json5'],
  ],
  [
    'a name of a folder, and all in it',
    ['vendor'],
    ['vendor', 'vendor/a.json', 'x/vendor/y/a.json'],
    ['vendors/a.json'],
  ],
  ['a slash at the end', ['vendor/'], ['vendor/a.json'], ['vendors/a.json']],
  ['wildcards in names', ['*.gen.json', '?.json'], ['x/a.gen.json', 'b.json'], ['ab.json']],
  ['a path from here', ['x/y'], ['x/y', 'x/y/a.json', './x/y/a.json'], ['z/x/y/a.json', 'x/yy/a.json']],
  ['a path from here, said so', ['./x/y', '/z/w'], ['x/y/a.json', 'z/w'], ['y', 'w']],
  ['a star runs past slashes', ['x/*.json'], ['x/a.json', 'x/y/a.json'], ['y/x/a.json', 'x/a.yaml']],
  ['nothing but slashes and dots', ['', './', '/'], [], ['a.json', 'x/a.json']],
])('%s', (_, patterns, left, kept) => {
  const leavesOut = pathPatterns(patterns);
  expect(left.filter((path) => !leavesOut(path))).toEqual([]);
  expect(kept.filter((path) => leavesOut(path))).toEqual([]);
});

test('names below a folder above the current one are looked at, too', () => {
  expect(pathPatterns(['vendor'])('../other/vendor/a.json')).toBe(true);
});
