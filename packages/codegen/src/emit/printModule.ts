/** Prints statements as the text of a module, with blank lines around interfaces. */
export function printModule(statements: readonly string[]): string {
  const parts = statements.map((statement, index) => {
    const before = statements[index - 1];
    if (before === undefined) return statement;
    return `${before.endsWith('}') || isInterface(statement) ? '\n\n' : '\n'}${statement}`;
  });
  return `${parts.join('')}\n`;
}

function isInterface(statement: string): boolean {
  return statement.includes('\nexport interface ');
}
