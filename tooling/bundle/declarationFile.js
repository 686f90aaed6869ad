import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * A declaration file that the compiler wrote, taken apart.
 *
 * @typedef {object} DeclarationFile
 * @property {ReadonlyMap<string, readonly ts.Statement[]>} declared - the statements that declare each name: of a function
 * with overloads there are several.
 * @property {readonly ts.Statement[]} augmenting - those that add to another module.
 * @property {ReadonlyMap<string, { name: string, from: string }>} imported - what each name within this file is called in the
 * module that it comes from; `*` is that whole module.
 * @property {ReadonlyMap<string, { name: string, from: string | undefined, typeOnly: boolean }>} exported - by the name
 * for others; `from` is undefined for what the file itself declares or imports.
 * @property {readonly string[]} passedOn - modules all of whose names it exports.
 */

/**
 * Reads a declaration file.
 *
 * @param {string} file - its path.
 * @returns {DeclarationFile}
 * @throws {Error} where it has something that is not understood here.
 */
export function readDeclarationFile(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {Map<string, ts.Statement[]>} */
  const declared = new Map();
  for (const statement of source.statements) {
    for (const name of namesOf(statement)) declared.set(name, [...(declared.get(name) ?? []), statement]);
  }
  return {
    declared,
    augmenting: source.statements.filter(ts.isModuleDeclaration),
    imported: new Map(source.statements.filter(ts.isImportDeclaration).flatMap(importsOf)),
    exported: new Map(source.statements.flatMap(exportsOf)),
    passedOn: source.statements
      .filter(ts.isExportDeclaration)
      .flatMap(({ exportClause, moduleSpecifier }) =>
        exportClause === undefined && moduleSpecifier !== undefined ? [textOf(moduleSpecifier)] : [],
      ),
  };
}

/**
 * @param {ts.ImportDeclaration} statement
 * @returns {[string, { name: string, from: string }][]}
 */
function importsOf({ importClause, moduleSpecifier }) {
  const from = textOf(moduleSpecifier);
  const bindings = importClause?.namedBindings;
  if (bindings === undefined) return [];
  if (ts.isNamespaceImport(bindings)) return [[bindings.name.text, { name: '*', from }]];
  return bindings.elements.map(({ name, propertyName }) => [
    name.text,
    { name: (propertyName ?? name).text, from },
  ]);
}

/**
 * @param {ts.Statement} statement
 * @returns {[string, { name: string, from: string | undefined, typeOnly: boolean }][]}
 */
function exportsOf(statement) {
  if (!ts.isExportDeclaration(statement)) {
    if (!isExported(statement)) return [];
    return namesOf(statement).map((name) => [name, { name, from: undefined, typeOnly: false }]);
  }
  const { exportClause, moduleSpecifier } = statement;
  if (exportClause === undefined) return [];
  if (!ts.isNamedExports(exportClause)) throw new Error(`name what is exported: ${statement.getText()}`);
  const from = moduleSpecifier && textOf(moduleSpecifier);
  return exportClause.elements.map(({ name, propertyName, isTypeOnly }) => [
    name.text,
    { name: (propertyName ?? name).text, from, typeOnly: statement.isTypeOnly || isTypeOnly },
  ]);
}

/**
 * @param {ts.Statement} statement
 * @returns {boolean}
 */
function isExported(statement) {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/**
 * @param {ts.Statement} statement
 * @returns {readonly string[]} the names that it declares.
 */
function namesOf(statement) {
  if (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  )
    return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement)
  )
    return statement.name === undefined ? [] : [statement.name.text];
  throw new Error(`a declaration of an unknown form: ${statement.getText()}`);
}

/**
 * @param {ts.Expression} specifier
 * @returns {string}
 */
function textOf(specifier) {
  return /** @type {ts.StringLiteral} */ (specifier).text;
}
