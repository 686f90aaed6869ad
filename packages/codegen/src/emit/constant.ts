import { StructureKind, VariableDeclarationKind } from 'ts-morph';
import type { VariableStatementStructure } from 'ts-morph';

/** An exported constant. */
export interface Constant {
  readonly name: string;
  /** An expression whose type needs no annotation, so that `isolatedDeclarations` accepts it. */
  readonly initializer: string;
  readonly documentation: string;
}

/** Builds the structure of `export const NAME = INITIALIZER;`. */
export function constant({ name, initializer, documentation }: Constant): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: true,
    docs: [{ description: documentation }],
    declarations: [{ name, initializer }],
  };
}

/** Writes a text as a literal with single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
