import type { Explanation } from '../explanation/explanation.ts';
import { layerName } from '../explanation/summary.ts';
import { printable } from './printable.ts';
import type { RenderOptions } from './renderExplanation.ts';
import { statementLines, titleOf, VERDICT_WORDS } from './statementLines.ts';

/** Writes an explanation as Markdown, for a pull request. */
export function renderMarkdown(explanation: Explanation, { all = false }: RenderOptions): string {
  const { decision, summary, rule, code, nearest } = explanation;
  const lines = [`**${decision}**: ${escapeMarkdown(printable(summary))} (rule ${rule}, \`${code}\`)`, ''];
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
    for (const lack of nearest.lacks) lines.push(`- ${escapeMarkdown(printable(lack))}`);
  }
  return lines.join('\n');
}

/** Escapes what Markdown would read as its own, but for what already stands between backticks. */
function escapeMarkdown(text: string): string {
  const escape = (part: string): string => part.replace(/[\\*_<>[\]]/g, (character) => `\\${character}`);
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escape(part) : part))
    .join('`');
}
