import ts from 'typescript';
import type { MutationOperator } from './mutant.ts';

/** A replacement of a node, or of a part of it. */
export interface Mutation {
  readonly operator: MutationOperator;
  /** The node that is replaced. */
  readonly node: ts.Node;
  readonly replacement: string;
}

const BOUNDARIES: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const EQUALITIES: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
};
const LOGICALS: Readonly<Record<string, string>> = { '&&': '||', '||': '&&', '??': '&&' };
const ARITHMETICS: Readonly<Record<string, string>> = {
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&': '|',
  '|': '&',
  '<<': '>>',
  '>>>': '<<',
  '+=': '-=',
  '-=': '+=',
};
const BINARIES: readonly (readonly [MutationOperator, Readonly<Record<string, string>>])[] = [
  ['boundary', BOUNDARIES],
  ['equality', EQUALITIES],
  ['logical', LOGICALS],
  ['arithmetic', ARITHMETICS],
];

/** Methods and what is called instead; an empty name leaves the call out. */
const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  filter: '',
  trim: '',
  sort: '',
  reverse: '',
  toLowerCase: '',
  toUpperCase: '',
};

/**
 * The faults that can be put in at a node.
 *
 * @param node - a node of a source file whose parents are set
 * @returns one entry a fault, none where the node is of a type or of an import
 */
export function mutationsOf(node: ts.Node): readonly Mutation[] {
  if (ts.isBinaryExpression(node)) return ofBinary(node);
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return [negated(node.expression)];
  if (ts.isConditionalExpression(node)) return [negated(node.condition)];
  if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return ofBoolean(node);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return ofString(node);
  if (ts.isTemplateExpression(node)) return [{ operator: 'string', node, replacement: '``' }];
  if (ts.isNumericLiteral(node)) return ofNumber(node);
  if (ts.isExpressionStatement(node)) return [{ operator: 'statement', node, replacement: ';' }];
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node))
    return [{ operator: 'statement', node, replacement: ';' }];
  if (ts.isReturnStatement(node)) return ofReturn(node);
  if (ts.isArrayLiteralExpression(node)) return ofArray(node);
  if (ts.isCallExpression(node)) return ofCall(node);
  return [];
}

function ofBinary(node: ts.BinaryExpression): readonly Mutation[] {
  const sign = node.operatorToken.getText();
  const kind = BINARIES.find(([, table]) => sign in table);
  if (kind === undefined) return sign === '+' ? ofSum(node) : [];
  const [operator, table] = kind;
  return [{ operator, node: node.operatorToken, replacement: table[sign] ?? '' }];
}

/** A sum of numbers, as far as one can tell: texts are joined with `+`, too. */
function ofSum(node: ts.BinaryExpression): readonly Mutation[] {
  const hasNumber = [node.left, node.right].some((side) => ts.isNumericLiteral(side));
  return hasNumber ? [{ operator: 'arithmetic', node: node.operatorToken, replacement: '-' }] : [];
}

function negated(node: ts.Expression): Mutation {
  return { operator: 'condition', node, replacement: `!(${node.getText()})` };
}

function ofPrefix(node: ts.PrefixUnaryExpression): readonly Mutation[] {
  if (node.operator !== ts.SyntaxKind.ExclamationToken) return [];
  // The condition of an `if` is negated as a whole.
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return [];
  return [{ operator: 'condition', node, replacement: node.operand.getText() }];
}

function ofBoolean(node: ts.Node): readonly Mutation[] {
  if (ts.isLiteralTypeNode(node.parent)) return [];
  const isTrue = node.kind === ts.SyntaxKind.TrueKeyword;
  return [{ operator: 'boolean', node, replacement: isTrue ? 'false' : 'true' }];
}

function ofString(node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral): readonly Mutation[] {
  const { parent } = node;
  const isName =
    ts.isLiteralTypeNode(parent) ||
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isIndexedAccessTypeNode(parent) ||
    (ts.isPropertySignature(parent) && parent.name === node);
  if (isName) return [];
  return [{ operator: 'string', node, replacement: node.text === '' ? `'mutant'` : `''` }];
}

function ofNumber(node: ts.NumericLiteral): readonly Mutation[] {
  if (ts.isLiteralTypeNode(node.parent) || ts.isPropertyName(node.parent)) return [];
  const value = Number(node.text.replaceAll('_', ''));
  return [value + 1, value - 1].map((changed) => ({
    operator: 'number',
    node,
    replacement: changed < 0 ? `(${String(changed)})` : String(changed),
  }));
}

function ofReturn(node: ts.ReturnStatement): readonly Mutation[] {
  if (node.expression === undefined) return [{ operator: 'return', node, replacement: ';' }];
  // Literals have a mutation of their own.
  const literal =
    node.expression.kind === ts.SyntaxKind.TrueKeyword || node.expression.kind === ts.SyntaxKind.FalseKeyword;
  if (literal || node.expression.getText() === 'undefined') return [];
  return [{ operator: 'return', node: node.expression, replacement: 'undefined' }];
}

function ofArray(node: ts.ArrayLiteralExpression): readonly Mutation[] {
  const isPattern = ts.isBinaryExpression(node.parent) && node.parent.left === node;
  return node.elements.length > 0 && !isPattern ? [{ operator: 'array', node, replacement: '[]' }] : [];
}

function ofCall(node: ts.CallExpression): readonly Mutation[] {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const instead = Object.hasOwn(METHODS, expression.name.text) ? METHODS[expression.name.text] : undefined;
  if (instead === undefined) return [];
  if (instead !== '') return [{ operator: 'method', node: expression.name, replacement: instead }];
  return [{ operator: 'method', node, replacement: expression.expression.getText() }];
}
