import { dirname, relative, resolve } from 'node:path';
import { expandActions, getService, services } from '@policywright/catalog';
import { ts } from 'ts-morph';
import { camelCase } from '../names/camelCase.ts';
import { escapeIdentifier } from '../names/identifier.ts';

/** A source file, and where generated modules are or will be. */
export interface Source {
  /** Its absolute path. */
  readonly path: string;
  readonly text: string;
  /** The absolute path of the folder of the output. */
  readonly out: string;
}

/**
 * Finds the services that one source uses.
 *
 * @returns prefixes in the order of their first use, possibly more than once.
 */
export function servicesInSource({ path, text, out }: Source): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      found.push(...importedServices(node, { path, text, out }));
    } else {
      if (ts.isStringLiteralLike(node)) found.push(...namedServices(node.text));
      ts.forEachChild(node, visit);
    }
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
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
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  source: Source,
): readonly string[] {
  const { moduleSpecifier } = node;
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
  if (!moduleSpecifier.text.startsWith('.')) return [];
  const target = relative(source.out, resolve(dirname(source.path), moduleSpecifier.text)).replace(
    /\.[jt]s$/,
    '',
  );
  if (target === '' || target === 'index') return importedNames(node).flatMap(serviceOfNamespace);
  const service = target.includes('/') ? undefined : getService(target);
  return service === undefined ? [] : [service.prefix];
}

function importedNames(node: ts.ImportDeclaration | ts.ExportDeclaration): readonly string[] {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (bindings === undefined || ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings)) return [];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function serviceOfNamespace(name: string): readonly string[] {
  const service = services().find(({ prefix }) => escapeIdentifier(camelCase(prefix)) === name);
  return service === undefined ? [] : [service.prefix];
}
