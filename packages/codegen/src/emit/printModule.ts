import { IndentationText, NewLineKind, Project, QuoteKind } from 'ts-morph';
import type { StatementStructures } from 'ts-morph';

let project: Project | undefined;

/** Prints statements as the text of a TypeScript module, with a blank line between them. */
export function printModule(statements: readonly (string | StatementStructures)[]): string {
  // Making the project costs more than printing most modules, so all calls share one.
  project ??= new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  });
  const file = project.createSourceFile('module.ts', { statements: [...statements] }, { overwrite: true });
  const text = file.getFullText();
  file.forget();
  return text;
}
