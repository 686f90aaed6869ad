import { quote } from '../../text/quote.ts';
import type { JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';
import { parseJson } from '../../json/parseJson.ts';
import { POLICY_ELEMENTS } from '../../model/elementNames.ts';
import type { Policy, PolicyVersion } from '../../model/policy.ts';
import { hasAllParts, type StatementParts } from '../../model/policyTree.ts';
import { checkCharacters } from './checkCharacters.ts';
import { checkSids } from './checkSids.ts';
import { placeToShow } from '../../json/describeNode.ts';
import type { ReadContext } from './readContext.ts';
import { readElements, type Elements } from './readElements.ts';
import { readStatement } from './readStatement.ts';
import { reportWrongType } from './readStringList.ts';
import type { StatementPlace } from './statementPlace.ts';
import { typeTitle } from './typeTitle.ts';

type DocumentElements = Elements<(typeof POLICY_ELEMENTS)[number]>;

interface Source {
  /** The part of the text that holds the document, where it was read from text. */
  readonly text: string | undefined;
  readonly name: string | undefined;
}

/** What was read of a document. */
export interface ReadDocument {
  /** Means nothing once `findings.failed`. */
  readonly policy: Policy;
  /** Its statements with those that lack something, each with its place. */
  readonly parts: readonly PlacedParts[];
}

/** A statement with its place. */
export interface PlacedParts {
  readonly place: StatementPlace;
  readonly parts: StatementParts;
}

/** Reads a policy document (rules S1 to S6). */
export function readDocument(
  context: ReadContext,
  root: JsonNode,
  { text, name }: Source,
): ReadDocument | undefined {
  if (root.kind === 'string' && /^\s*[[{]/.test(root.value)) reportText(context, root);
  else if (root.kind !== 'object') {
    reportWrongType(context, root, { pointer: '', expected: 'an object with `Statement`' });
  }
  if (root.kind !== 'object') return undefined;
  const elements = readElements(context, root, { names: POLICY_ELEMENTS, pointer: '' });
  const version = readVersion(context, elements, root);
  const id = readId(context, elements.found.Id);
  const places = placeStatements(context, elements, root);
  const parts = places.map((place) => ({ place, parts: readStatement(context, place) }));
  const statements = parts.map((each) => each.parts).filter(hasAllParts);
  checkSids(context, places);
  if (context.type === undefined || context.grammar.storedByIam) checkCharacters(context, root, text);
  return { policy: { type: context.type, version, id, statements, name, root }, parts };
}

/** A document in a text is read beforehand where that is JSON: what is left has mistakes. */
function reportText({ findings }: ReadContext, root: JsonString): void {
  const [mistake] = parseJson(root.value).diagnostics;
  findings.report({
    code: mistake?.code ?? 'data-type-mismatch',
    message:
      mistake === undefined
        ? 'found a text that is JSON, expected the document itself'
        : `the text of the document is not JSON: ${mistake.message}`,
    at: root,
    pointer: '',
    help: mistake?.help,
  });
}

/** Rules S2 and S31. */
function readVersion(
  context: ReadContext,
  { found, misspelt }: DocumentElements,
  root: JsonObject,
): PolicyVersion | undefined {
  const node = found.Version;
  const pointer = node === undefined ? '' : '/Version';
  if (
    context.grammar.needs2012 &&
    !misspelt.has('Version') &&
    !(node?.kind === 'string' && node.value !== '2008-10-17')
  ) {
    context.findings.report({
      code: context.type === 'rcp' ? 'rcp-version' : 'scp-version',
      message: `found no \`Version\` 2012-10-17, which ${typeTitle(context)} needs`,
      at: placeToShow(node ?? root),
      pointer,
      help: 'add `"Version": "2012-10-17"`',
    });
  }
  if (node === undefined) return undefined;
  if (node.kind !== 'string') {
    reportWrongType(context, node, { name: 'Version', pointer, expected: '`2012-10-17` or `2008-10-17`' });
    return undefined;
  }
  if (node.value === '2012-10-17' || node.value === '2008-10-17') return node.value;
  context.findings.report({
    code: 'invalid-version',
    message: `found ${quote(node.value)} in \`Version\`, expected \`2012-10-17\` or \`2008-10-17\``,
    at: node,
    pointer,
    help: 'it names the version of the language, not of your policy: write `2012-10-17`',
  });
  return undefined;
}

/** Rule S13. */
function readId(context: ReadContext, node: JsonNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (!context.grammar.id) {
    context.findings.report({
      code: 'unsupported-id',
      message: `found \`Id\` in ${typeTitle(context)}, which only resource-based policies have`,
      at: placeToShow(node),
      pointer: '/Id',
      help: 'remove it',
    });
  }
  if (node.kind === 'string') return node.value;
  reportWrongType(context, node, { name: 'Id', pointer: '/Id', expected: 'a string' });
  return undefined;
}

/** Rules S1, S5 and S6. */
function placeStatements(
  context: ReadContext,
  { found, misspelt }: DocumentElements,
  root: JsonObject,
): readonly StatementPlace[] {
  const node = found.Statement;
  const pointer = '/Statement';
  if (node === undefined) {
    if (!misspelt.has('Statement')) reportNoStatement(context, root, { severity: 'error', pointer: '' });
    return [];
  }
  if (node.kind === 'object') return [{ node, pointer, index: 0 }];
  if (node.kind !== 'array') {
    reportWrongType(context, node, {
      name: 'Statement',
      pointer,
      expected: 'a statement or a list of statements',
    });
    return [];
  }
  if (node.items.length === 0) reportNoStatement(context, node, { severity: 'warning', pointer });
  const places: StatementPlace[] = [];
  for (const [index, item] of node.items.entries()) {
    if (context.only?.has(index) === false) continue;
    const itemPointer = `${pointer}/${index}`;
    if (item.kind === 'object') places.push({ node: item, pointer: itemPointer, index });
    else reportWrongType(context, item, { name: 'Statement', pointer: itemPointer, expected: 'an object' });
  }
  return places;
}

function reportNoStatement(
  context: ReadContext,
  node: JsonNode,
  { severity, pointer }: { readonly severity: 'error' | 'warning'; readonly pointer: string },
): void {
  context.findings.report({
    code: 'missing-statement',
    severity,
    message:
      severity === 'error' ? 'found no `Statement` in the document' : 'found no statement in `Statement`',
    at: placeToShow(node),
    pointer,
    help: 'add a statement with `Effect`, `Action` and `Resource`',
  });
}
