import { dirname, relative, resolve } from 'node:path';
import { expandActions, getService, services } from '@policywright/catalog';
import type { ts } from 'ts-morph';
import { camelCase } from '../names/camelCase.ts';
import { escapeIdentifier } from '../names/identifier.ts';
import type { TsMorph } from './loadTsMorph.ts';

/** A source file, and where generated modules are or will be. */
export interface Source {
  /** Its absolute path. */
  readonly path: string;
  readonly text: string;
  /** The absolute path of the folder of the output. */
  readonly out: string;
}

/** The compiler that ts-morph has in it. */
export type Compiler = TsMorph['ts'];

/**
 * Finds the services that one source uses.
 *
 * @param compiler - reads the source.
 * @returns prefixes in the order of their first use, possibly more than once.
 */
export function servicesInSource(compiler: Compiler, source: Source): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isImportDeclaration(node) || compiler.isExportDeclaration(node)) {
      found.push(...importedServices(compiler, node, source));
    } else {
      if (compiler.isStringLiteralLike(node)) found.push(...namedServices(node.text));
      compiler.forEachChild(node, visit);
    }
  };
  visit(compiler.createSourceFile(source.path, source.text, compiler.ScriptTarget.Latest));
  return found;
}

/** A text counts only where it stands for an action that exists: many texts have a colon in them. */
function namedServices(text: string): readonly string[] {
  const colon = text.indexOf(':');
  if (colon < 1 || !/^[\w-]+:[\w*?-]+$/.test(text)) return [];
  const service = getService(text.slice(0, colon));
  return service === undefined || expandActions(text).length === 0 ? [] : [service.prefix];
}

function importedServices(
  compiler: Compiler,
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  source: Source,
): readonly string[] {
  const { moduleSpecifier } = node;
  if (moduleSpecifier === undefined || !compiler.isStringLiteral(moduleSpecifier)) return [];
  if (!moduleSpecifier.text.startsWith('.')) return [];
  const target = relative(source.out, resolve(dirname(source.path), moduleSpecifier.text)).replace(
    /\.[jt]s$/,
    '',
  );
  if (target === '' || target === 'index') return importedNames(compiler, node).flatMap(serviceOfNamespace);
  const service = target.includes('/') ? undefined : getService(target);
  return service === undefined ? [] : [service.prefix];
}

function importedNames(
  compiler: Compiler,
  node: ts.ImportDeclaration | ts.ExportDeclaration,
): readonly string[] {
  const bindings = compiler.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (bindings === undefined || compiler.isNamespaceImport(bindings) || compiler.isNamespaceExport(bindings))
    return [];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function serviceOfNamespace(name: string): readonly string[] {
  const service = services().find(({ prefix }) => escapeIdentifier(camelCase(prefix)) === name);
  return service === undefined ? [] : [service.prefix];
}
