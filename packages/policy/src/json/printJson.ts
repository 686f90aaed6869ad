import type { JsonNode } from './jsonNode.ts';

/**
 * Prints a tree as JSON, keeping the order of members, repeated names and the spelling of numbers.
 *
 * @param node - the tree; its offsets do not matter.
 * @param indent - spaces a level, 0 for one line without white space.
 * @returns the text, which parses to the same tree but for offsets.
 */
export function printJson(node: JsonNode, indent = 2): string {
  return print(node, { unit: ' '.repeat(indent), lineStart: indent === 0 ? '' : '\n' });
}

interface Layout {
  readonly unit: string;
  /** Line end and indentation of the container that is printed. */
  readonly lineStart: string;
}

function print(node: JsonNode, layout: Layout): string {
  const inner = { unit: layout.unit, lineStart: layout.lineStart + layout.unit };
  switch (node.kind) {
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'array': {
      const items = node.items.map((item) => print(item, inner));
      return enclose('[]', items, layout);
    }
    case 'object': {
      const colon = layout.unit === '' ? ':' : ': ';
      const members = node.members.map(
        ({ name, value }) => `${JSON.stringify(name.value)}${colon}${print(value, inner)}`,
      );
      return enclose('{}', members, layout);
    }
  }
}

function enclose(brackets: '[]' | '{}', parts: readonly string[], { unit, lineStart }: Layout): string {
  if (parts.length === 0) return brackets;
  const separator = lineStart + unit;
  return `${brackets.charAt(0)}${separator}${parts.join(`,${separator}`)}${lineStart}${brackets.charAt(1)}`;
}
