import { ts } from 'ts-morph';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import type { Range } from '../diagnostic/diagnostic.ts';
import { checkConfig } from './checkConfig.ts';
import type { CheckedConfig } from './checkConfig.ts';
import { textRange } from './textRange.ts';

/**
 * Reads a configuration written as JSON; comments and final commas are allowed, as in `tsconfig.json`.
 *
 * @param text - the contents of the file.
 * @param file - its name, for diagnostics.
 */
export function readJsonConfig(text: string, file: string): CheckedConfig {
  const tree = ts.parseJsonText(file, text);
  const root = tree.statements[0]?.expression;
  if (root !== undefined && !ts.isObjectLiteralExpression(root))
    return checkConfig([], { file, locate: () => undefined });
  const { config, error } = ts.parseConfigFileTextToJson(file, text);
  if (error !== undefined) {
    const message = ts.flattenDiagnosticMessageText(error.messageText, ' ').replace(/\.$/, '').toLowerCase();
    const start = error.start ?? 0;
    const range = textRange(text, start, start + (error.length ?? 0));
    return { config: {}, diagnostics: [diagnostic('config-syntax-error', message, { file, range })] };
  }
  const value: unknown = config;
  return checkConfig(value, {
    file,
    locate: (pointer, key) =>
      root === undefined ? undefined : locate(root, { tree, pointer, key: key === 'key' }),
  });
}

function locate(
  root: ts.Expression,
  {
    tree,
    pointer,
    key,
  }: { readonly tree: ts.JsonSourceFile; readonly pointer: string; readonly key: boolean },
): Range | undefined {
  let node: ts.Node | undefined = root;
  let name: ts.Node | undefined;
  for (const part of pointer.split('/').slice(1)) {
    const property = findProperty(node, part.replaceAll('~1', '/').replaceAll('~0', '~'));
    name = property?.name;
    node = property?.initializer ?? elementAt(node, part);
    if (node === undefined) return undefined;
  }
  const found = key && name !== undefined ? name : node;
  return textRange(tree.text, found.getStart(tree), found.end);
}

function findProperty(node: ts.Node, name: string): ts.PropertyAssignment | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  // The last of several members of one name is the one that counts.
  return node.properties.findLast(
    (property): property is ts.PropertyAssignment =>
      ts.isPropertyAssignment(property) && ts.isStringLiteral(property.name) && property.name.text === name,
  );
}

function elementAt(node: ts.Node, index: string): ts.Node | undefined {
  return ts.isArrayLiteralExpression(node) ? node.elements[Number(index)] : undefined;
}
