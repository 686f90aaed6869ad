import type { ServiceDescription } from '@policywright/catalog';
import { markdownText } from '@policywright/policy/text';
import { itemsOf, textOf, type Block, type Cell, type Item, type Section } from './page.ts';

/**
 * Writes the page of a service as Markdown, for a wiki.
 *
 * @param sections - made for a document.
 * @returns text with links and whole lists.
 */
export function markdownPage({ prefix, name }: ServiceDescription, sections: readonly Section[]): string {
  const parts = sections.flatMap(({ title, blocks }) => [
    `## ${markdownText(title)}`,
    ...blocks.map(blockText),
  ]);
  return `${[`# How ${markdownText(name)} works with IAM`, `Prefix ${markdownText(`\`${prefix}\``)}`, ...parts].join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if (block.kind === 'facts')
    return block.facts.map(([name, value]) => `- ${name}: ${cellText(value)}`).join('\n');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(block.headings.map((heading) => heading.toLowerCase().replace('arn ', 'ARN '))),
    line(block.headings.map(() => '---')),
    ...block.rows.map((row) => line(row.map(cellText))),
  ].join('\n');
}

function cellText(cell: Cell): string {
  return itemsOf(cell).map(itemText).join(', ');
}

function itemText(item: Item): string {
  const text = markdownText(textOf(item));
  return typeof item === 'string' ? text : `[${text}](${item.url})`;
}
