import type { ConditionOutcome } from '@policywright/conditions';
import type { ElementReport, Explanation, LayerReport, StatementReport } from './explanation.ts';
import { layerName } from './summary.ts';

/** Options of `renderExplanation`. */
export interface RenderOptions {
  /** `text`, the default, is a tree for a terminal. */
  readonly format?: 'text' | 'markdown' | undefined;
  /** ANSI colours, for `text` only; off by default. Verdicts also carry a sign and a word. */
  readonly color?: boolean | undefined;
  /** Show statements about other actions too; off by default. */
  readonly all?: boolean | undefined;
}

type Tone = 'good' | 'bad' | 'dim' | 'strong';
type Paint = (tone: Tone, text: string) => string;

const ANSI: Readonly<Record<Tone, readonly [number, number]>> = {
  good: [32, 39],
  bad: [31, 39],
  dim: [2, 22],
  strong: [1, 22],
};

/**
 * Puts an explanation into words: the decision, each layer with its verdict, each statement that concerns
 * the action with what matched and what did not, and what would have to change.
 *
 * @param explanation - from `Authorizer.explain`.
 * @param options - the format.
 * @returns lines joined by `\n`, without a final one.
 */
export function renderExplanation(explanation: Explanation, options: RenderOptions = {}): string {
  const paint: Paint =
    options.color === true && options.format !== 'markdown'
      ? (tone, text) => `\u001B[${ANSI[tone][0]}m${text}\u001B[${ANSI[tone][1]}m`
      : (_, text) => text;
  return options.format === 'markdown'
    ? renderMarkdown(explanation, options)
    : renderText(explanation, options, paint);
}

function renderText(explanation: Explanation, { all = false }: RenderOptions, paint: Paint): string {
  const { decision, summary, rule, code, nearest } = explanation;
  const lines = [
    paint(
      'strong',
      `${paint(decision === 'Allow' ? 'good' : 'bad', signOf(decision === 'Allow'))} ${decision}`,
    ),
    `  ${summary}`,
    paint('dim', `  rule ${rule} (${code})`),
  ];
  for (const report of explanation.layers) {
    if (report.verdict === 'absent') continue;
    lines.push('', `  ${layerLine(report, paint)}`);
    const shown = report.statements.filter((statement) => all || statement.action.matches);
    for (const statement of shown) lines.push(...statementLines(statement).map((line) => `    ${line}`));
    const hidden = report.statements.length - shown.length;
    if (hidden > 0)
      lines.push(paint('dim', `    ${hidden} ${plural(hidden, 'statement')} about other actions`));
  }
  if (nearest !== undefined) {
    lines.push('', `  closest to allowing: ${titleOf(nearest.statement)}`);
    for (const lack of nearest.lacks) lines.push(`    ${lack}`);
  }
  return lines.join('\n');
}

function renderMarkdown(explanation: Explanation, { all = false }: RenderOptions): string {
  const { decision, summary, rule, code, nearest } = explanation;
  const lines = [`**${decision}**: ${escapeMarkdown(summary)} (rule ${rule}, \`${code}\`)`, ''];
  for (const report of explanation.layers) {
    if (report.verdict === 'absent') continue;
    lines.push(`- **${layerName(report.layer, report.level)}**: ${VERDICT_WORDS[report.verdict]}`);
    for (const statement of report.statements.filter(({ action }) => all || action.matches)) {
      const [title, ...details] = statementLines(statement);
      lines.push(
        `  - ${escapeMarkdown(title ?? '')}`,
        ...details.map((line) => `    - ${escapeMarkdown(line.trim())}`),
      );
    }
  }
  if (nearest !== undefined) {
    lines.push('', `Closest to allowing: ${escapeMarkdown(titleOf(nearest.statement))}`, '');
    for (const lack of nearest.lacks) lines.push(`- ${escapeMarkdown(lack)}`);
  }
  return lines.join('\n');
}

const VERDICT_WORDS: Readonly<Record<LayerReport['verdict'], string>> = {
  absent: 'not present',
  notApplicable: 'does not apply to this request',
  allows: 'allows',
  denies: 'denies',
  silent: 'silent (no statement allows)',
};

function layerLine({ layer, level, verdict }: LayerReport, paint: Paint): string {
  const tone: Tone = verdict === 'allows' ? 'good' : verdict === 'notApplicable' ? 'dim' : 'bad';
  return `${paint('strong', layerName(layer, level))}: ${paint(tone, VERDICT_WORDS[verdict])}`;
}

function statementLines(statement: StatementReport): string[] {
  const { effect, applies, action, resource, principal, conditions } = statement;
  const lines = [`${signOf(applies)} ${effect} ${titleOf(statement)}${applies ? '' : ': does not apply'}`];
  for (const element of [action, resource, principal]) {
    if (element !== undefined) lines.push(`    ${signOf(element.matches)} ${elementText(element)}`);
  }
  for (const outcome of conditions)
    lines.push(`    ${signOf(outcome.result === 1)} ${conditionText(outcome)}`);
  return lines;
}

function elementText({ element, matches, value, unresolvedVariable }: ElementReport): string {
  if (unresolvedVariable && !matches) return `${element}: a policy variable has no value`;
  const by = value === undefined ? '' : ` \`${value}\``;
  return matches ? `${element}${by}` : `${element}${by}: no match`;
}

function conditionText({ operator, key, policyValues, requestValues, reason }: ConditionOutcome): string {
  const wanted = policyValues.join(', ');
  const found = requestValues === undefined ? 'absent' : requestValues.join(', ');
  return `${operator} ${key}: policy has \`${wanted}\`, request has \`${found}\` (${reason})`;
}

function titleOf({ sid, ref, policyName }: StatementReport): string {
  const name = sid === undefined ? ref : `"${sid}" ${ref}`;
  return policyName === undefined ? name : `${name} in ${policyName}`;
}

function signOf(good: boolean): string {
  return good ? '✓' : '✗';
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_<>[\]]/g, (character) => `\\${character}`);
}
