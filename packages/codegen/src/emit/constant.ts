/** An exported constant. */
export interface Constant {
  readonly name: string;
  /** Without one, the initializer must be one that `isolatedDeclarations` accepts. */
  readonly type?: string;
  readonly initializer: string;
  readonly documentation: string;
}

/** Prints `export const NAME: TYPE = INITIALIZER;`. */
export function constant({ name, type, initializer, documentation: text }: Constant): string {
  const annotation = type === undefined ? '' : `: ${type}`;
  return documented(text, `export const ${name}${annotation} = ${initializer};`);
}

/**
 * Prints constants as one statement, which costs compilers less than one for each; bundlers still take them one by one.
 *
 * @param all - none with a type; at least one.
 */
export function constants(all: readonly Constant[]): string {
  const declarations = all.map(
    ({ name, initializer, documentation: text }) =>
      `  /** ${escapeComment(text)} */\n  ${name} = ${initializer}`,
  );
  return `export const\n${declarations.join(',\n')};`;
}

/** Puts a documentation comment, which the text cannot end, before a declaration. */
export function documented(text: string, declaration: string): string {
  return `/** ${escapeComment(text)} */\n${declaration}`;
}

function escapeComment(text: string): string {
  return text.replaceAll('*/', '*\\/');
}

/** Writes a text as a literal with single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Writes lines as a literal of their own type, which begins and ends with a line break. */
export function lines(texts: readonly string[]): string {
  if (texts.length === 0) return "'\\n'";
  return `\`\n${texts.map((text) => `${text.replace(/[\\`$]/g, '\\$&')}\n`).join('')}\``;
}
