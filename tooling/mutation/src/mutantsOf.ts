import ts from 'typescript';
import type { Mutant } from './mutant.ts';
import { mutationsOf } from './mutationsOf.ts';

/**
 * Every fault that can be put into a file.
 *
 * @param file - path from the root of the repository
 * @param source - the text of the file
 * @returns the mutants in the order of the text
 */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    // What is typed only, or says what exists elsewhere, does not run.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    for (const { operator, node: replaced, replacement } of mutationsOf(node)) {
      const start = replaced.getStart(parsed);
      const original = source.slice(start, replaced.end).replaceAll(/\s+/g, ' ');
      const line = parsed.getLineAndCharacterOfPosition(start).line + 1;
      mutants.push({ file, start, end: replaced.end, line, operator, original, replacement });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return mutants;
}
