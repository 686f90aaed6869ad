import type { Explanation, LayerReport } from '../explanation/explanation.ts';
import { layerName } from '../explanation/layerName.ts';
import type { RenderOptions } from './renderOptions.ts';
import { textOf } from '../phrase/textOf.ts';
import { adviceOf } from '../wording/advice.ts';
import { adviceLines, signOf, statementLines, UNDECIDED, VERDICT_WORDS } from './statementLines.ts';

type Tone = 'good' | 'bad' | 'dim' | 'strong';
type Paint = (tone: Tone, text: string) => string;

const ANSI: Readonly<Record<Tone, readonly [number, number]>> = {
  good: [32, 39],
  bad: [31, 39],
  dim: [2, 22],
  strong: [1, 22],
};

/** Draws an explanation as a tree for a terminal. */
export function renderText(explanation: Explanation, { all = false, color = false }: RenderOptions): string {
  const paint: Paint = color
    ? (tone, text) => `\u001B[${ANSI[tone][0]}m${text}\u001B[${ANSI[tone][1]}m`
    : (_, text) => text;
  const { decision, summary, rule, code, undecided } = explanation;
  const advice = adviceOf(explanation);
  const lines = [
    paint(
      'strong',
      `${paint(decision === 'Allow' ? 'good' : 'bad', signOf(decision === 'Allow'))} ${decision}`,
    ),
    `  ${summary}`,
    paint('dim', `  rule ${rule} (${code})`),
    ...(undecided ? [`  ${UNDECIDED}`] : []),
  ];
  for (const report of explanation.layers) {
    if (report.verdict === 'absent') continue;
    lines.push('', `  ${layerLine(report, paint)}`);
    const shown = report.statements.filter((statement) => all || statement.action.result === 'true');
    for (const statement of shown) {
      const [title, ...details] = statementLines(statement, textOf);
      lines.push(`    ${title}`, ...details.map((line) => `        ${line}`));
    }
    const hidden = report.statements.length - shown.length;
    if (hidden > 0)
      lines.push(paint('dim', `    ${hidden} ${plural(hidden, 'statement')} about other actions`));
  }
  if (advice !== undefined) {
    lines.push('', '  what would have to change:');
    for (const { isReason, line } of adviceLines(advice, textOf))
      lines.push(`${isReason ? '      ' : '    '}${line}`);
  }
  return lines.join('\n');
}

function layerLine({ layer, level, verdict }: LayerReport, paint: Paint): string {
  const tone: Tone = verdict === 'allows' ? 'good' : verdict === 'notApplicable' ? 'dim' : 'bad';
  return `${paint('strong', layerName(layer, level))}: ${paint(tone, VERDICT_WORDS[verdict])}`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
