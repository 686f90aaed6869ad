import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { policyFromValue } from '@policywright/policy';
import type { ErrorObject } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatSarif,
  SarifLog,
  lintPolicy,
  lintText,
  RULES,
  type FileFindings,
  type Finding,
} from '../index.ts';

// One pattern of the schema is no regular expression in Unicode mode.
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What the official schema has against a log; of any number of results the first few. */
function faults(files: readonly FileFindings[]): readonly string[] {
  const log: unknown = JSON.parse(formatSarif(files, { version: '1.2.3' }));
  if (validate(log)) return [];
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  return errors.slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const uriOf = (file: string): unknown => {
  const finding: Finding = {
    code: 'x',
    severity: 'info',
    message: 'm',
    path: '',
    range: undefined,
    aliases: {},
  };
  const log = JSON.parse(formatSarif([{ file, findings: [finding] }])) as Log;
  return log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
};

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly object[] } };
    readonly results: readonly {
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly logicalLocations?: readonly object[];
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

describe('SARIF 2.1.0: the official schema has nothing against', () => {
  test('the findings of every rule, fixes included', () => {
    const files = RULES.flatMap((rule) =>
      rule.examples.bad.map(({ text, type, settings = {} }, at) => ({
        file: `${rule.id}/${at}.json`,
        findings: lintText(text, { type, settings, rules: { [rule.id]: rule.severity } }).findings,
      })),
    );
    const found = new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)));
    expect(RULES.filter(({ id }) => !found.has(id))).toEqual([]);
    expect(files.some(({ findings }) => findings.some(({ fix }) => fix !== undefined))).toBe(true);
    expect(faults(files)).toEqual([]);
  });

  test('findings without a range, those of no rule, and no findings at all', () => {
    const value = policyFromValue({ Statement: { Effect: 'Allow', Action: 'ecs:RunTsak', Resource: '*' } });
    if (!value.ok) throw new Error('not read');
    const start = { offset: 0, line: 1, column: 1 };
    const yaml: Finding = {
      code: 'yaml-syntax-error',
      severity: 'error',
      message: 'the text is not YAML',
      path: '',
      range: { start, end: start },
      aliases: {},
    };
    expect(
      faults([
        { file: 'value', findings: lintPolicy(value.policy).findings },
        { file: 'a.yaml', findings: [yaml] },
        { file: 'empty.json', findings: [] },
      ]),
    ).toEqual([]);
    expect(faults([])).toEqual([]);
  });

  test('any name of a file and any text of a policy', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'C:\\a\\b c.json',
        '\\\\host\\share\\a.json',
        '/a/[b].json',
        'a:b',
        '-',
        '',
        '%',
        '..\\x',
      ),
    );
    fc.assert(
      fc.property(anything, anything, (file, text) => {
        const document = JSON.stringify({
          Statement: { Effect: 'Allow', Action: `s3:${text}`, Resource: text, Sid: text },
        });
        expect(faults([{ file, findings: lintText(document).findings }])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['policies/a b.json', 'policies/a%20b.json'],
  ['policies\\a.json', 'policies/a.json'],
  ['C:\\repo\\a#1.json', 'file:///C:/repo/a%231.json'],
  ['/srv/repo/a.json', 'file:///srv/repo/a.json'],
  ['\\\\host\\share\\a.json', 'file://host/share/a.json'],
  // A colon in the first segment would be taken for the end of a scheme.
  ['a:b/c.json', './a:b/c.json'],
  ['a\ud800?.json', 'a%EF%BF%BD%3F.json'],
])('SARIF 2.1.0: the file %j is the URI %s', (file, uri) => {
  expect(uriOf(file)).toBe(uri);
});

test('SARIF 2.1.0: a text from a policy is no link of a message', () => {
  const message = 'found `[click](http://example.com)`';
  const finding: Finding = { code: 'x', severity: 'info', message, path: '', range: undefined, aliases: {} };
  const log = JSON.parse(formatSarif([{ file: 'a', findings: [finding] }])) as Log;
  expect(log.runs[0]?.results[0]?.message.text).toBe('found `\\[click\\](http://example.com)`');
  expect(log.runs[0]?.results[0]?.locations[0]?.logicalLocations).toBeUndefined();
});

test('SARIF 2.1.0: a rule has what it is about, its page and the names that other tools have for it', () => {
  const document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecs:X","Resource":"*"}}';
  const log = JSON.parse(formatSarif([{ file: 'a', findings: lintText(document).findings }])) as Log;
  expect(log.runs[0]?.tool.driver.rules[0]).toMatchObject({
    id: 'invalid-action',
    name: 'InvalidAction',
    helpUri: 'https://policywright.github.io/policywright/lint-rules#invalid-action',
    properties: { tags: ['unknown'], aliases: { accessAnalyzer: 'INVALID_ACTION' } },
  });
});

test('a log that is written file by file is the one that is written at once, and refers to rules by index', () => {
  const finding = (code: string): Finding => ({
    code,
    severity: 'info',
    message: 'm',
    path: '',
    range: undefined,
    aliases: {},
  });
  const written: readonly FileFindings[] = [
    { file: 'a.json', findings: [finding('resource-star'), finding('invalid-action')] },
    { file: 'b.json', findings: [] },
    { file: 'c.json', findings: [finding('resource-star')] },
  ];
  const log = new SarifLog();
  const parts = [...written.map((file) => log.add(file)), log.end({ version: '1.2.3' })];
  expect(parts[1]).toBe('');
  expect(parts.join('')).toBe(formatSarif(written, { version: '1.2.3' }));
  expect(faults(written)).toEqual([]);
  expect(JSON.parse(parts.join(''))).toMatchObject({
    runs: [
      {
        tool: { driver: { rules: [{ id: 'resource-star' }, { id: 'invalid-action' }] } },
        results: [{ ruleIndex: 0 }, { ruleIndex: 1 }, { ruleIndex: 0 }],
      },
    ],
  });
  expect(JSON.parse(new SarifLog().end())).toMatchObject({
    runs: [{ results: [], tool: { driver: { rules: [] } } }],
  });
});
