import type { Witness } from '@policywright/analyzer';
import type { Decision } from '@policywright/evaluator';
import { jsonText, markdownTable, printable } from '@policywright/policy/text';
import type { Io } from '../../../io/io.ts';
import { foldLines } from '../../../terminal/foldLines.ts';
import { createPaint, type Paint, type Tone } from '../../../terminal/paint.ts';
import { useColor } from '../../../terminal/useColor.ts';
import type { ProofFormat } from '../proofOptions.ts';
import { labelOf } from '../sources/sourcePolicy.ts';
import { lintFindings } from './lintFindings.ts';
import { PROOF_CODES, type ProofReport, type ProofRow } from './proofRow.ts';
import { actionsText, conditionsText, partlyText, requestText, resourcesText } from './rowText.ts';

/**
 * Prints what a command found out.
 *
 * @param io - its standard output.
 * @param format - the form.
 * @param report - the findings.
 */
export async function printProof(io: Io, format: ProofFormat, report: ProofReport): Promise<void> {
  io.stdout.write(`${await FORMS[format](report, io)}\n`);
}

const FORMS: Readonly<Record<ProofFormat, (report: ProofReport, io: Io) => string | Promise<string>>> = {
  text: (report, io) => foldLines(io.stdout, textOf(report, createPaint(useColor(io.stdout, io.env)))),
  json: jsonOf,
  markdown: markdownOf,
  sarif: async (report) => {
    // Loaded for these forms alone: the linter brings its rules.
    const { formatSarif } = await import('@policywright/lint');
    const { readVersion } = await import('../../../version.ts');
    return formatSarif(lintFindings(report), { version: readVersion(), rules: [] });
  },
  github: async (report) => {
    const { formatGithub } = await import('@policywright/lint');
    return formatGithub(lintFindings(report));
  },
};

const TONES = { error: 'bad', warning: 'warning', info: 'dim' } as const satisfies Readonly<
  Record<(typeof PROOF_CODES)[keyof typeof PROOF_CODES]['severity'], Tone>
>;

function textOf({ rows, proved, asked, assumptions }: ProofReport, paint: Paint): string {
  const blocks = rows.map((row) => {
    const { severity, words } = PROOF_CODES[row.code];
    const head = `${paint(TONES[severity], words)}: ${printable(placeOf(row))}`;
    return [head, ...factsOf(row).map(([name, text]) => printable(`  ${name}: ${text}`)), ''].join('\n');
  });
  const end = rows.length === 0 ? `${proved} (${asked})` : countsOf(rows, asked);
  const granted = assumptions.map((words) => `  ${words}`);
  return [...blocks, end, ...(granted.length > 0 ? ['taken for granted:', ...granted] : [])].join('\n');
}

function placeOf({ label, statement }: ProofRow): string {
  if (statement === undefined) return label;
  const line = statement.range === undefined ? '' : ` (line ${statement.range.start.line})`;
  return `${label}, ${statement.label}${line}`;
}

function factsOf(row: ProofRow): readonly (readonly [string, string])[] {
  const { reason, witness } = row;
  const facts: readonly (readonly [string, string])[] = [
    ['actions', actionsText(row)],
    ['resources', resourcesText(row)],
    ['conditions', conditionsText(row)],
    ['why', reason ?? ''],
    ['partly', partlyText(row)],
    ['for example', witness === undefined ? '' : requestText(witness)],
  ];
  return facts.filter(([, text]) => text !== '');
}

function countsOf(rows: readonly ProofRow[], asked: string): string {
  const counts = new Map<string, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  const words = [...counts].map(([code, count]) => `${count} ${code}`).join(', ');
  return `${words} (${asked})`;
}

function markdownOf({ title, rows, proved, asked, assumptions }: ProofReport): string {
  const note = assumptions.length === 0 ? [] : ['', `Taken for granted: ${assumptions.join('; ')}.`];
  if (rows.length === 0) return [`## ${title}: ${proved}`, '', `${asked}.`, ...note].join('\n');
  const cells = rows.map((row) => {
    const { statement, reason = '', witness } = row;
    const place = statement === undefined ? row.label : `${row.label} ${statement.label}`;
    return [
      PROOF_CODES[row.code].words,
      place,
      actionsText(row),
      resourcesText(row),
      conditionsText(row),
      [reason, partlyText(row), witness === undefined ? '' : `for example: ${requestText(witness)}`]
        .filter((text) => text !== '')
        .join('; '),
    ];
  });
  const heads = ['what', 'where', 'actions', 'resources', 'conditions', 'why'];
  return [`## ${title}: ${countsOf(rows, asked)}`, '', markdownTable(heads, cells), ...note].join('\n');
}

function jsonOf({ rows, assumptions, steps }: ProofReport): string {
  const findings = rows.map((row) => ({
    code: row.code,
    policy: row.label,
    file: row.file,
    path: row.statement?.pointer ?? null,
    line: row.statement?.range?.start.line ?? null,
    column: row.statement?.range?.start.column ?? null,
    actions: row.actions,
    futureActions: row.futureActions,
    ...row.scope,
    partly: row.partly.map(({ policy, pointer, effect }) => ({
      policy: labelOf(policy),
      path: pointer,
      effect,
    })),
    reason: row.reason ?? null,
    statementOf: row.statement === undefined ? null : labelOf(row.statement.policy),
    request: row.witness?.request ?? null,
    decisions: row.witness === undefined ? [] : decisionsOf(row.witness),
  }));
  return jsonText({ findings, assumptions, steps });
}

function decisionsOf({ before, after }: Witness): readonly Decision[] {
  return before === undefined ? [after] : [before, after];
}
