import { markdownText } from '@policywright/policy/text';
import type { Explanation } from '../explanation/explanation.ts';
import { layerName } from '../explanation/layerName.ts';
import type { RenderOptions } from './renderOptions.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { textOf } from '../phrase/textOf.ts';
import { adviceOf } from '../wording/advice.ts';
import { adviceLines, statementLines, UNDECIDED, VERDICT_WORDS } from './statementLines.ts';

const write = (phrase: Phrase): string => markdownText(textOf(phrase));

/** Writes an explanation as Markdown, for a pull request. */
export function renderMarkdown(explanation: Explanation, { all = false }: RenderOptions): string {
  const { decision, summary, rule, code, undecided } = explanation;
  const advice = adviceOf(explanation);
  const lines = [`**${decision}**: ${markdownText(summary)} (rule ${rule}, \`${code}\`)`, ''];
  if (undecided) lines.push(UNDECIDED, '');
  for (const report of explanation.layers) {
    if (report.verdict === 'absent') continue;
    lines.push(`- **${layerName(report.layer, report.level)}**: ${VERDICT_WORDS[report.verdict]}`);
    for (const statement of report.statements.filter(({ action }) => all || action.result === 'true')) {
      const [title, ...details] = statementLines(statement, write);
      lines.push(`  - ${title}`, ...details.map((line) => `    - ${line}`));
    }
  }
  for (const { isReason, line } of advice === undefined ? [] : adviceLines(advice, write))
    lines.push(...(isReason ? [`- ${line}`] : ['', line, '']));
  return lines.join('\n');
}
