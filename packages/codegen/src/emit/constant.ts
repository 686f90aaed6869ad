import { StructureKind } from 'ts-morph';
import type { JSDocStructure } from 'ts-morph';

/** An exported constant. */
export interface Constant {
  readonly name: string;
  /** Without one, the initializer must be one that `isolatedDeclarations` accepts. */
  readonly type?: string;
  readonly initializer: string;
  readonly documentation: string;
}

/** Prints `export const NAME: TYPE = INITIALIZER;`, as text, since ts-morph indents lists more than is usual. */
export function constant({ name, type, initializer, documentation: text }: Constant): string {
  const annotation = type === undefined ? '' : `: ${type}`;
  return `/** ${escapeComment(text)} */\nexport const ${name}${annotation} = ${initializer};`;
}

/** Builds a documentation comment, which the text cannot end. */
export function documentation(text: string): JSDocStructure {
  return { kind: StructureKind.JSDoc, description: escapeComment(text) };
}

function escapeComment(text: string): string {
  return text.replaceAll('*/', '*\\/');
}

/** Writes a text as a literal with single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Writes texts as a list of literals, one a line. */
export function list(texts: readonly string[]): string {
  return `[\n${texts.map((text) => `  ${quote(text)},\n`).join('')}]`;
}
