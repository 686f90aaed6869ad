import ts from 'typescript';
import { withMutant, type Mutant } from './mutant.ts';

/** Faults with the numbers of their switches. */
type Numbered = readonly (readonly [number, Mutant])[];

/**
 * A file with all of its faults in it, each behind a switch, and with a count of what loops and functions do, so that a
 * fault is tried without loading anything anew and ends where the code does not.
 *
 * @param source - the text of the file
 * @param mutants - faults of the file, each with the number of its switch; those that `isSwitchable` only
 * @returns the text on as many lines as before
 */
export function withSwitches(source: string, mutants: Numbered): string {
  const parsed = ts.createSourceFile('file.ts', source, ts.ScriptTarget.ES2022, true);
  const parts = partsOf(parsed, mutants);
  const head = 'const { isOn: __isOn, tick: __tick } = globalThis.__mutation;';
  return head + textOf(parsed, { parsed, source, parts });
}

/**
 * Whether a fault can be put in by a switch: what is computed when the file is loaded is computed once.
 *
 * @param source - the text of its file
 * @param mutant - the fault
 * @returns whether it stands in a function
 */
export function isSwitchable(source: string, mutant: Mutant): boolean {
  const parsed = ts.createSourceFile('file.ts', source, ts.ScriptTarget.ES2022, true);
  let node: ts.Node | undefined = nodeOf(parsed, mutant);
  while (node !== undefined && !ts.isFunctionLike(node)) node = node.parent;
  return node !== undefined;
}

interface Printing {
  readonly parsed: ts.SourceFile;
  readonly source: string;
  readonly parts: ReadonlyMap<ts.Node, Numbered>;
}

function textOf(node: ts.Node, printing: Printing): string {
  const { parsed, source, parts } = printing;
  let text = '';
  let at = node.getStart(parsed);
  if (ts.isSourceFile(node)) at = 0;
  ts.forEachChild(node, (child) => {
    const start = child.getStart(parsed);
    text += source.slice(at, start) + textOf(child, printing);
    at = child.end;
  });
  text += source.slice(at, node.end);
  return counted(node, switched(node, text, { source, mutants: parts.get(node) ?? [] }));
}

function switched(
  node: ts.Node,
  text: string,
  { source, mutants }: { readonly source: string; readonly mutants: Numbered },
): string {
  if (mutants.length === 0) return text;
  const start = node.getStart();
  const mutated = ({ replacement, ...of }: Mutant): string => {
    const moved = { ...of, replacement, start: of.start - start, end: of.end - start };
    return withMutant(source.slice(start, node.end), moved);
  };
  if (ts.isStatement(node)) {
    const on = mutants.map(([number]) => `__isOn(${String(number)})`).join(' || ');
    return `{ if (!(${on})) ${text} }`;
  }
  const choice = mutants.reduceRight(
    (rest, [number, mutant]) => `__isOn(${String(number)}) ? (${mutated(mutant)}) : ${rest}`,
    `(${text})`,
  );
  return isName(node) ? `[${choice}]` : `(${choice})`;
}

/** Counts each round of a loop and each call of a function. */
function counted(node: ts.Node, text: string): string {
  const { parent } = node;
  if (parent === undefined) return text;
  const isBody =
    (ts.isIterationStatement(parent, false) && parent.statement === node) ||
    (ts.isFunctionLike(parent) && ts.isBlock(node));
  if (!isBody) return text;
  return ts.isBlock(node) ? `{ __tick();${text.slice(1)}` : `{ __tick(); ${text} }`;
}

function partsOf(
  parsed: ts.SourceFile,
  mutants: readonly (readonly [number, Mutant])[],
): ReadonlyMap<ts.Node, Numbered> {
  const parts = new Map<ts.Node, Numbered>();
  for (const entry of mutants) {
    const part = partAround(nodeOf(parsed, entry[1]));
    parts.set(part, [...(parts.get(part) ?? []), entry]);
  }
  return parts;
}

/**
 * What a fault replaces.
 *
 * @param parsed - the file
 * @param mutant - the fault
 * @returns the largest node that stands there, or the token
 */
export function nodeOf(parsed: ts.SourceFile, { start, end }: Mutant): ts.Node {
  let found: ts.Node = parsed;
  const visit = (node: ts.Node): void => {
    if (start < node.getStart(parsed) || end > node.end) return;
    const isSame = found.getStart(parsed) === start && found.end === end && found !== parsed;
    if (!isSame) found = node;
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** The statement or expression that can stand in a choice: no operator, no method's name, no link of an optional chain. */
function partAround(node: ts.Node): ts.Node {
  let part = node;
  if (ts.isToken(part) && ts.isBinaryExpression(part.parent) && part.parent.operatorToken === part)
    part = part.parent;
  if (ts.isIdentifier(part) && ts.isPropertyAccessExpression(part.parent) && part.parent.name === part)
    part = part.parent.parent;
  while (isLinkOf(part, part.parent)) part = part.parent;
  return part;
}

function isLinkOf(node: ts.Node, parent: ts.Node): boolean {
  const isLink =
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCallExpression(parent) ||
    ts.isNonNullExpression(parent);
  return isLink && parent.expression === node && ts.isOptionalChain(node);
}

function isName(node: ts.Node): boolean {
  const { parent } = node;
  const name = ts.isBindingElement(parent) ? parent.propertyName : 'name' in parent ? parent.name : undefined;
  return name === node && ts.isStringLiteral(node);
}
