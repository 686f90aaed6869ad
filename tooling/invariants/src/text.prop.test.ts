import { compile } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import {
  formatGithub,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  SEVERITIES,
  type FileFindings,
} from '@policywright/lint';
import { parsePolicy, positionAt, renderDiagnostic, type Policy, type Range } from '@policywright/policy';
import { markdownCode, markdownTable, markdownText, printable, quote } from '@policywright/policy/text';
import {
  formatScenarioGithub,
  formatScenarioJson,
  formatScenarioJunit,
  formatScenarioMarkdown,
  formatScenarioText,
  type ScenarioReport,
} from '@policywright/scenario';
import { expectAllowed } from '@policywright/testing/matchers';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { hostilePolicy } from './hostileScenario.ts';
import { hostileText } from './hostileText.ts';
import { attributesOf, cellsOf, commandsOf, expectInert, expectPrintable, inXml } from './printedText.ts';

describe('text stays text in each kind of output', () => {
  test('25: a line of a terminal', () => {
    check(
      fc.property(hostileText, (text) => {
        for (const shown of [printable(text), quote(text)]) {
          expect(shown).not.toContain('\n');
          expectPrintable(shown);
        }
        expect(printable(printable(text))).toBe(printable(text));
        expect(quote(text).slice(1, -1)).not.toContain('`');
      }),
    );
  });

  test('25: Markdown, wherever in it the text stands', () => {
    check(
      fc.property(hostileText, hostileText, (text, other) => {
        for (const shown of [markdownText(text), markdownCode(text)]) {
          for (const place of [
            `a ${shown} b`,
            `- ${shown}`,
            `### ${shown}`,
            `**a** ${shown}: ${markdownText(other)}`,
          ])
            expectInert(place);
          expect(shown).not.toMatch(/<\w|\]\(/);
        }
        const table = markdownTable(
          ['a', 'b'],
          [
            [text, other],
            [other, text],
          ],
        );
        expectInert(table);
        expect(cellsOf(table)).toBe(4);
      }),
    );
  });
});

/** Both an explanation and what a matcher throws. */
function policyOf(document: object): Policy | undefined {
  const result = parsePolicy(JSON.stringify(document), { type: 'resource' });
  return result.ok ? result.policy : undefined;
}

describe('text stays text in explanations', () => {
  const request = fc.record({
    principal: fc.oneof(fc.constant('arn:aws:iam::111122223333:user/alice'), hostileText),
    action: fc.oneof(fc.constant('s3:GetObject'), hostileText),
    resource: fc.oneof(fc.constant('arn:aws:s3:::b/k'), hostileText),
    context: fc.dictionary(fc.oneof(fc.constant('aws:username'), hostileText), hostileText, { maxKeys: 2 }),
  });

  test('25: as text, with colours, as Markdown, and in the message of a matcher', () => {
    let explained = 0;
    check(
      fc.property(hostilePolicy, hostileText, request, (document, name, asked) => {
        const policy = policyOf(document);
        if (policy === undefined) return;
        explained += 1;
        const named = { ...policy, name };
        const set = { identity: [named], resource: named, boundary: [named] };
        const explanation = compile(set).explain(asked);
        expectPrintable(renderExplanation(explanation, { all: true }));
        expectPrintable(renderExplanation(explanation, { all: true, color: true }));
        expectInert(renderExplanation(explanation, { format: 'markdown', all: true }));
        try {
          expectAllowed(set, asked);
        } catch (error) {
          expectPrintable(error instanceof Error ? error.message : '');
        }
      }),
    );
    expect(explained).toBeGreaterThan(20);
  });
});

const placed = fc.record({ text: hostileText, from: fc.nat(), length: fc.nat(5) });

function rangeIn({ text, from, length }: { text: string; from: number; length: number }): Range {
  const start = from % (text.length + 1);
  return { start: positionAt(text, start), end: positionAt(text, Math.min(text.length, start + length)) };
}

const fileFindings: fc.Arbitrary<FileFindings> = fc
  .record({
    file: hostileText,
    place: placed,
    finding: fc.record({
      code: hostileText,
      severity: fc.constantFrom(...SEVERITIES),
      message: hostileText,
      path: hostileText,
      help: hostileText,
      hasRange: fc.boolean(),
    }),
  })
  .map(({ file, place, finding: { hasRange, ...rest } }) => ({
    file,
    text: place.text,
    findings: [{ ...rest, range: hasRange ? rangeIn(place) : undefined, aliases: {} }],
  }));

describe('text stays text in findings', () => {
  test('25: in each form of the linter', () => {
    check(
      fc.property(fc.array(fileFindings, { minLength: 1, maxLength: 2 }), fc.boolean(), (files, color) => {
        expectPrintable(formatText(files, { color }));
        const markdown = formatMarkdown(files);
        expectInert(markdown);
        expect(cellsOf(markdown)).toBe(files.length * 4);
        const commands = commandsOf(`${formatGithub(files)}\n`);
        expect(commands).toHaveLength(files.length);
        for (const { properties } of commands)
          expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
        for (const json of [formatJson(files), formatSarif(files)]) expectPrintable(json);
        expect(JSON.parse(formatJson(files))).toMatchObject(files.map(({ file }) => ({ file })));
        expect(JSON.parse(formatSarif(files))).toHaveProperty('version', '2.1.0');
      }),
    );
  });

  test('25: in a diagnostic: its first line is its own, and the carets are as wide as what they are under', () => {
    check(
      fc.property(fileFindings, fc.boolean(), ({ file, text = '', findings }, color) => {
        for (const finding of findings) {
          const lines = renderDiagnostic(finding, text, { file, color }).split('\n');
          expectPrintable(lines.join('\n'));
          const frame = finding.range === undefined ? Number(file !== '') : 4;
          expect(lines).toHaveLength(2 + frame + Number(finding.path !== ''));
        }
      }),
    );
  });
});

const report: fc.Arbitrary<ScenarioReport> = fc
  .array(
    fc.record(
      {
        file: hostileText,
        id: hostileText,
        passed: fc.boolean(),
        expected: fc.constantFrom('Allow', 'ImplicitDeny', null),
        actual: fc.constantFrom('Allow', 'ExplicitDeny', null),
        error: hostileText,
      },
      { requiredKeys: ['file', 'id', 'passed', 'expected', 'actual'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((results) => {
    const passed = results.filter((result) => result.passed).length;
    return { total: results.length, passed, failed: results.length - passed, results };
  });

describe('text stays text in reports of scenarios', () => {
  test('25: as text, one line a failure', () => {
    check(
      fc.property(report, (any) => {
        const text = formatScenarioText(any);
        expectPrintable(text);
        expect(text.split('\n')).toHaveLength(any.failed + 2);
      }),
    );
  });

  test('25: as JUnit XML, which gives the texts back', () => {
    check(
      fc.property(report, (any) => {
        const cases = attributesOf(formatScenarioJunit(any)).filter(
          ({ classname }) => classname !== undefined,
        );
        const byFile = [...new Set(any.results.map(({ file }) => file))].flatMap((file) =>
          any.results.filter((result) => result.file === file),
        );
        expect(cases).toEqual(byFile.map(({ file, id }) => ({ name: inXml(id), classname: inXml(file) })));
      }),
    );
  });

  test('25: as JSON, which gives the report back', () => {
    check(
      fc.property(report, (any) => {
        expectPrintable(formatScenarioJson(any));
        expect(JSON.parse(formatScenarioJson(any))).toEqual(any);
      }),
    );
  });

  test('25: as Markdown and as commands of a workflow, one a failure', () => {
    check(
      fc.property(report, (any) => {
        const markdown = formatScenarioMarkdown(any);
        expectInert(markdown);
        expect(cellsOf(markdown)).toBe(any.failed * 4);
        const commands = commandsOf(formatScenarioGithub(any));
        expect(commands).toHaveLength(any.failed);
        expect(commands.every(({ kind }) => kind === 'error')).toBe(true);
      }),
    );
  });
});
