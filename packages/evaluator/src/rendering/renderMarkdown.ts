import { markdownCode, markdownText } from '@policywright/policy/text';
import type { Explanation } from '../explanation/explanation.ts';
import { layerName } from '../explanation/layerName.ts';
import type { RenderOptions } from './renderOptions.ts';
import { statementLines, titleOf, VERDICT_WORDS, type TextStyle } from './statementLines.ts';

const MARKDOWN: TextStyle = { name: markdownText, value: markdownCode };

/** Writes an explanation as Markdown, for a pull request. */
export function renderMarkdown(explanation: Explanation, { all = false }: RenderOptions): string {
  const { decision, summary, rule, code, nearest } = explanation;
  const lines = [`**${decision}**: ${markdownText(summary)} (rule ${rule}, \`${code}\`)`, ''];
  for (const report of explanation.layers) {
    if (report.verdict === 'absent') continue;
    lines.push(`- **${layerName(report.layer, report.level)}**: ${VERDICT_WORDS[report.verdict]}`);
    for (const statement of report.statements.filter(({ action }) => all || action.matches)) {
      const [title, ...details] = statementLines(statement, MARKDOWN);
      lines.push(`  - ${title}`, ...details.map((line) => `    - ${line}`));
    }
  }
  if (nearest !== undefined) {
    lines.push('', `Closest to allowing: ${titleOf(nearest.statement, MARKDOWN)}`, '');
    for (const lack of nearest.lacks) lines.push(`- ${markdownText(lack)}`);
  }
  return lines.join('\n');
}
