import { describe, expect, test } from 'vitest';
import { formatGithub, formatJson, formatSarif, formatText, lintText, type FileFindings } from '../index.ts';

const text = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": ["ecs:RunTsak", "ecs:Stop*"], "Resource": "*", "Sid": "" }]
}`;
const file = 'policies/a b,c:%.json';
const files: readonly FileFindings[] = [
  { file, text, findings: lintText(text, { minimumSeverity: 'suggestion' }).findings },
];

test('the text form shows the line with carets and counts at the end', () => {
  const report = formatText(files);
  expect(report).toContain('error[invalid-action]: found `ecs:RunTsak`, which is no action of `ecs`');
  expect(report).toContain('--> policies/a b,c:%.json:3:49');
  expect(report).toContain('^'.repeat('"ecs:RunTsak"'.length));
  expect(report).toContain('= help: did you mean `ecs:RunTask`');
  expect(report).toContain('found 1 error, 1 suggestion in 1 file');
  expect(formatText(files, { color: true })).toContain('\u001b[31m');
  expect(formatText([{ file, findings: [] }])).toBe('no findings in 1 file');
});

test('the JSON form is the contract of the command line', () => {
  const rows: unknown = JSON.parse(formatJson(files));
  expect(rows).toEqual([
    {
      file,
      code: 'invalid-action',
      severity: 'error',
      message: 'found `ecs:RunTsak`, which is no action of `ecs`',
      path: '/Statement/0/Action/0',
      line: 3,
      column: 49,
      endLine: 3,
      endColumn: 62,
      aliases: { accessAnalyzer: 'INVALID_ACTION', parliament: 'UNKNOWN_ACTION' },
      help: 'did you mean `ecs:RunTask`',
      fix: { edits: [{ start: 77, end: 90, replacement: '"ecs:RunTask"' }], keepsDecisions: false },
    },
    {
      file,
      code: 'empty-sid-value',
      severity: 'suggestion',
      message: 'found an empty `Sid`',
      path: '/Statement/0/Sid',
      line: 3,
      column: 102,
      endLine: 3,
      endColumn: 104,
      aliases: { accessAnalyzer: 'EMPTY_SID_VALUE' },
      help: 'remove it',
      fix: { edits: [{ start: 121, end: 132, replacement: '' }], keepsDecisions: true },
    },
  ]);
  expect(formatJson([])).toBe('[]');
});

describe('SARIF 2.1.0', () => {
  interface Log {
    readonly version: string;
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region?: object;
          };
        }[];
        readonly fixes?: readonly {
          readonly artifactChanges: readonly { readonly replacements: readonly object[] }[];
        }[];
      }[];
    }[];
  }
  const log = JSON.parse(formatSarif(files, { version: '1.2.3' })) as Log;
  const [run] = log.runs;

  test('every result refers to its rule by id and index', () => {
    expect(log.version).toBe('2.1.0');
    expect(run?.results).toHaveLength(2);
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  test('places are URIs and regions, levels are those of SARIF', () => {
    const [first, second] = run?.results ?? [];
    expect(first?.level).toBe('error');
    expect(second?.level).toBe('note');
    expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('policies/a%20b,c:%25.json');
    expect(first?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 49,
      endLine: 3,
      endColumn: 62,
    });
  });

  test('fixes are replacements by offset', () => {
    const replacement = run?.results[1]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    expect(replacement).toMatchObject({ insertedContent: { text: '' } });
  });

  test('a region ends where its last line does', () => {
    const range = { start: { offset: 4, line: 2, column: 3 }, end: { offset: 30, line: 5, column: 7 } };
    const finding = { code: 'x', severity: 'info', message: 'm', path: '', aliases: {}, range } as const;
    const region = /"region": (\{[^}]*\})/.exec(formatSarif([{ file, findings: [finding] }]))?.[1];
    expect(JSON.parse(region ?? '')).toEqual({ startLine: 2, startColumn: 3, endLine: 5, endColumn: 7 });
  });

  test('a document without text has no region, and odd names do not throw', () => {
    const odd = formatSarif([
      {
        file: 'a\ud800#?\\b',
        findings: [{ code: 'x', severity: 'info', message: 'm', path: '', range: undefined, aliases: {} }],
      },
    ]);
    expect(odd).toContain('a%EF%BF%BD%23%3F/b');
    expect(odd).not.toContain('"region"');
  });
});

test('workflow commands of GitHub are escaped and on one line each', () => {
  const lines = formatGithub(files).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe(
    '::error file=policies/a b%2Cc%3A%25.json,line=3,endLine=3,col=49,endColumn=62,title=invalid-action::found `ecs:RunTsak`, which is no action of `ecs`; did you mean `ecs:RunTask`',
  );
  const evil = formatGithub([
    {
      file: 'a',
      findings: [
        {
          code: 'x',
          severity: 'warning',
          message: 'a\n::error::b%',
          path: '',
          range: undefined,
          aliases: {},
        },
      ],
    },
  ]);
  expect(evil).toBe('::warning file=a,line=1,endLine=1,col=1,endColumn=1,title=x::a%0A::error::b%25');
});
