import { expect, test } from 'vitest';
import {
  corpusFaults,
  corpusFolders,
  readFindings,
  type CorpusEntry,
  type ExpectedFinding,
  type ReportedFinding,
} from './lintCorpus.ts';

const FILE = 'mistaken/auto/policies/odd-date.json';
const found = (changes: Partial<ReportedFinding> = {}): ReportedFinding => ({
  file: FILE,
  code: 'invalid-version',
  level: 'error',
  message: 'found `2021-10-17`; write `2012-10-17`',
  line: 2,
  ...changes,
});
const entry = (...finds: readonly ExpectedFinding[]): CorpusEntry => ({ file: FILE, why: '', finds });
const VERSION: ExpectedFinding = { codes: ['invalid-version'], on: '"Version"' };

test('an expected finding in its place is no fault, and neither is a note that nobody expects', () => {
  expect(corpusFaults(entry(VERSION), [found(), found({ code: 'x', level: 'note' })])).toEqual([]);
});

test.each([
  ['no finding', []],
  ['another rule', [found({ code: 'missing-version', level: 'note' })]],
  ['another line', [found({ line: 3, level: 'note' })]],
])('%s where one is expected is a fault', (_, findings) => {
  expect(corpusFaults(entry(VERSION), findings)).toEqual(['lacks invalid-version, "Version"']);
});

test('words are part of what is expected where an entry has some', () => {
  const worded = { ...VERSION, says: '`2008-10-17`' };
  expect(corpusFaults(entry(worded), [found()])).toEqual([
    'lacks invalid-version, "Version", `2008-10-17`',
    'error invalid-version in line 2: found `2021-10-17`; write `2012-10-17`',
  ]);
});

test.each(['error', 'warning'])('an unexpected %s is a fault', (level) => {
  const surplus = found({ code: 'other', level, message: 'found it' });
  expect(corpusFaults(entry(VERSION), [found(), surplus])).toEqual([`${level} other in line 2: found it`]);
  expect(corpusFaults({ file: FILE, why: '' }, [surplus])).toHaveLength(1);
});

test('any code is met by every rule but those that say what a policy grants', () => {
  const any = { codes: ['*'] };
  expect(corpusFaults(entry(any), [found({ code: 'redundant-action', level: 'note' })])).toEqual([]);
  expect(corpusFaults(entry(any), [found({ code: 'resource-star', level: 'note' })])).toEqual(['lacks *']);
});

test('folders are linted as the types that they are called after', () => {
  const files = ['right/scp/b.json', 'right/auto/cfn/a.yaml', 'right/scp/sub/c.json'];
  expect(corpusFolders(files.map((file) => ({ file, why: '' })))).toEqual([
    { folder: 'right/auto', paths: ['right/auto'], type: undefined, entries: [{ file: files[1], why: '' }] },
    {
      folder: 'right/scp',
      paths: ['right/scp'],
      type: 'scp',
      entries: [
        { file: files[0], why: '' },
        { file: files[2], why: '' },
      ],
    },
  ]);
});

test('a report is read with names of files that SARIF encodes', () => {
  const location = {
    physicalLocation: { artifactLocation: { uri: 'a%20b.json' }, region: { startLine: 7 } },
  };
  const result = { ruleId: 'x', level: 'note', message: { text: 'found it' }, locations: [location] };
  expect(readFindings(JSON.stringify({ runs: [{ results: [result] }] }))).toEqual([
    { file: 'a b.json', code: 'x', level: 'note', message: 'found it', line: 7 },
  ]);
});
