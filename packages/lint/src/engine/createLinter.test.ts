import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createLinter,
  formatSarif,
  LintError,
  lintText,
  RULES,
  type Fix,
  type LintContext,
  type LintResult,
  type Rule,
} from '../index.ts';
import * as named from '../rules.ts';

const codesOf = ({ findings }: LintResult): readonly string[] => findings.map(({ code }) => code);

const documentOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** Reports buckets whose name does not begin with that of the company. */
const withoutPage: Rule = {
  id: 'own-bucket',
  group: 'style',
  severity: 'warning',
  aliases: {},
  reads: ['Resource'],
  doc: 'a statement names a bucket of somebody else',
  examples: { bad: [], good: [] },
  *check(context) {
    for (const { facts, unknown, pointer } of context.resources) {
      const name = facts.isArn && facts.fields[2] === 's3' ? facts.fields[5] : undefined;
      if (unknown || name === undefined || name.startsWith('acme-')) continue;
      yield {
        pointer,
        message: `found \`${facts.text}\``,
        help: 'name a bucket of ours',
        fix: replaced(context, pointer),
      };
    }
  },
};

function replaced(context: LintContext, pointer: string): Fix | undefined {
  const node = context.nodeAt(pointer);
  if (node === undefined || context.text === undefined) return undefined;
  const { start, end } = node;
  return { edits: [{ start, end, replacement: '"arn:aws:s3:::acme-data/*"' }], keepsDecisions: false };
}

const ownBucket: Rule = { ...withoutPage, url: 'https://rules.example.com/own-bucket' };

const FOREIGN = documentOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::other/*' });

test('a rule of one’s own finds, places, explains and mends', () => {
  const { lintText: lint, fixText } = createLinter({ rules: [ownBucket] });
  const [finding] = lint(FOREIGN).findings;
  expect(finding).toEqual({
    code: 'own-bucket',
    severity: 'warning',
    message: 'found `arn:aws:s3:::other/*`',
    path: '/Statement/0/Resource',
    range: {
      start: { offset: 90, line: 1, column: 91 },
      end: { offset: 112, line: 1, column: 113 },
    },
    help: 'name a bucket of ours',
    fix: {
      edits: [{ start: 90, end: 112, replacement: '"arn:aws:s3:::acme-data/*"' }],
      keepsDecisions: false,
    },
    aliases: {},
  });
  expect(fixText(FOREIGN)).toMatchObject({ text: FOREIGN, fixed: 0 });
  const mended = FOREIGN.replace('other/', 'acme-data/');
  expect(fixText(FOREIGN, { changeDecisions: true })).toEqual({ text: mended, fixed: 1, findings: [] });
});

test('configurations bear on rules of one’s own as on others', () => {
  const { lintText: lint } = createLinter({
    rules: [...RULES, ownBucket, { ...ownBucket, id: 'off', optIn: true }],
  });
  expect(codesOf(lint(FOREIGN))).toEqual(['own-bucket']);
  expect(codesOf(lint(FOREIGN, { rules: { 'own-bucket': 'off' } }))).toEqual([]);
  expect(codesOf(lint(FOREIGN, { rules: { off: 'info' } }))).toEqual(['off', 'own-bucket']);
  expect(codesOf(lint(FOREIGN, { minimumSeverity: 'error' }))).toEqual([]);
  const ignore = { rule: 'own-bucket', reason: 'it is of a partner' };
  const ignored = lint(FOREIGN, { ignores: [{ ...ignore, resource: 'arn:aws:s3:::other*' }] });
  expect(ignored.ignored.map(({ reason }) => reason)).toEqual(['it is of a partner']);
  expect(codesOf(lint(FOREIGN, { ignores: [{ ...ignore, action: 's3:Put*' }] }))).toEqual(['own-bucket']);
  const unknown = lint(FOREIGN, { isUnknown: (pointer) => pointer === '/Statement/0/Resource' });
  expect(codesOf(unknown)).toEqual([]);
});

test('some rules find what they find among all', () => {
  const text = documentOf({
    Sid: '',
    Effect: 'Allow',
    Action: ['*', 's3:GetObject', 's3:Nope'],
    Resource: '*',
  });
  const some = createLinter({ rules: [named.fullWildcard, named.redundantAction] });
  const all = lintText(text);
  expect(codesOf(some.lintText(text))).toEqual(['full-wildcard', 'redundant-action', 'redundant-action']);
  expect(some.lintText(text).findings).toEqual(
    all.findings.filter(({ code }) => code === 'full-wildcard' || code === 'redundant-action'),
  );
  expect(createLinter({ rules: RULES }).lintText(text)).toEqual(all);
});

test('what keeps a document from being read is reported without a rule, all else of reading with its rule', () => {
  const none = createLinter({ rules: [] });
  expect(none.lintText('{').findings).toMatchObject([
    { code: 'json-syntax-error', severity: 'error', aliases: {} },
  ]);
  expect(codesOf(none.lintText('{', { rules: { 'json-syntax-error': 'off' } }))).toEqual([]);
  const strange = documentOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::\u0100' });
  expect(codesOf(none.lintText(strange))).toEqual([]);
  const { findings } = createLinter({ rules: [named.jsonSyntaxError, named.unsupportedCharacter] }).lintText(
    strange,
  );
  expect(findings).toMatchObject([{ code: 'unsupported-character', severity: 'warning' }]);
  const named1 = createLinter({ rules: [named.jsonSyntaxError] }).lintText('{').findings;
  expect(named1).toMatchObject([{ aliases: { accessAnalyzer: 'JSON_SYNTAX_ERROR' } }]);
  const many = documentOf({
    Effect: 'Allow',
    Action: Array.from({ length: 10_001 }, () => 's3 :x'),
    Resource: '*',
  });
  expect(codesOf(none.lintText(many))).toEqual(['too-many-findings']);
});

test('the rest of a document with an error is linted', () => {
  const broken = FOREIGN.replace('"Allow"', '"Permit"');
  expect(codesOf(createLinter({ rules: [ownBucket] }).lintText(broken))).toEqual([
    'invalid-effect',
    'own-bucket',
  ]);
});

test('a configuration is judged by the rules that there are', () => {
  const linter = createLinter({ rules: [ownBucket] });
  const options = {
    rules: {
      'own-bucket': 'off',
      'json-syntax-error': 'off',
      'too-many-findings': 'off',
      'full-wildcard': 'off',
    },
    ignores: [
      { rule: 'redundant-action', reason: 'it is' },
      { rule: 'own-bucket', reason: ' ' },
    ],
  } as const;
  expect(linter.optionProblems(options)).toEqual([
    'there is no rule `full-wildcard`',
    'there is no rule `redundant-action`',
    'an ignore of `own-bucket` needs a reason',
  ]);
  expect(linter.ignoreProblem({ rule: 'own-bucket', reason: 'it is of a partner' })).toBeUndefined();
  expect(createLinter({ rules: RULES }).optionProblems(options)).toEqual([
    'there is no rule `own-bucket`',
    'there is no rule `own-bucket`',
  ]);
  expect(linter.optionProblems({})).toEqual([]);
});

test('two rules with one id are misuse', () => {
  const make = (): unknown => createLinter({ rules: [ownBucket, { ...ownBucket }] });
  expect(make).toThrow(LintError);
  expect(make).toThrow(
    expect.objectContaining({ code: 'repeated-rule', message: 'found two rules `own-bucket`' }),
  );
});

test('what a rule says that it left out is reported, whatever the order of the rules', () => {
  const cutting: Rule = {
    ...ownBucket,
    check: (context) => {
      context.cut('too many buckets', '/Statement/0');
      return [];
    },
  };
  const { findings } = createLinter({ rules: [named.checksCutShort, cutting] }).lintText(FOREIGN);
  expect(findings).toMatchObject([{ code: 'checks-cut-short', path: '/Statement/0' }]);
});

test('SARIF describes rules of one’s own with their pages', () => {
  const linter = createLinter({
    rules: [ownBucket, { ...withoutPage, id: 'plain' }, named.fullWildcard],
  });
  const text = documentOf(
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b' },
  );
  const files = [{ file: 'p.json', text, findings: linter.lintText(text).findings }];
  const { rules } = JSON.parse(formatSarif(files, { rules: linter.rules })).runs[0].tool.driver;
  expect(rules).toMatchObject([
    { id: 'full-wildcard', helpUri: 'https://policywright.github.io/policywright/lint-rules#full-wildcard' },
    { id: 'own-bucket', helpUri: 'https://rules.example.com/own-bucket', properties: { tags: ['style'] } },
    { id: 'plain', shortDescription: { text: ownBucket.doc } },
  ]);
  expect(rules[2]).not.toHaveProperty('helpUri');
});

test('every rule can be imported by the name of its id', () => {
  const names = Object.fromEntries(
    RULES.map((rule) => [rule.id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()), rule]),
  );
  expect(Object.keys(named).toSorted()).toEqual(Object.keys(names).toSorted());
  for (const [name, rule] of Object.entries(named)) expect(names[name]).toBe(rule);
});

test('the engine imports no rule', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g))
      visit(join(dirname(file), path));
  };
  visit(join(import.meta.dirname, 'createLinter.ts'));
  expect(seen.size).toBeGreaterThan(30);
  expect([...seen].filter((file) => /\/rules[/.]/.test(file))).toEqual([]);
});
