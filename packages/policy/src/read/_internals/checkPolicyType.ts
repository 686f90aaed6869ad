import type { DiagnosticCode } from '../../diagnostic/diagnosticCodes.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import type { StatementElement } from '../../model/elementNames.ts';
import { describeNode, placeToShow } from '../../json/describeNode.ts';
import type { ReadContext } from './readContext.ts';
import type { Elements } from './readElements.ts';
import { hasEither, reportMissing, type StatementPlace } from './statementPlace.ts';
import { typeTitle } from './typeTitle.ts';

type Found = Readonly<Partial<Record<StatementElement, JsonNode>>>;

/** Checks a statement against what its policy type may contain (rules S24 to S34). */
export function checkPolicyType(
  context: ReadContext,
  elements: Elements<StatementElement>,
  place: StatementPlace,
): void {
  checkPrincipal(context, elements, place);
  checkResource(context, elements, place);
  if (context.type === 'rcp') checkRcp(context, elements.found, place.pointer);
}

function checkPrincipal(
  context: ReadContext,
  elements: Elements<StatementElement>,
  place: StatementPlace,
): void {
  const { found } = elements;
  const { principal } = context.grammar;
  if (principal === 'forbidden') {
    const code = context.type === 'scp' ? 'scp-syntax-error-principal' : 'unsupported-principal';
    forbid(context, place, { element: 'Principal', node: found.Principal, code });
    forbid(context, place, { element: 'NotPrincipal', node: found.NotPrincipal, code });
  } else if (principal === 'required' && !hasEither(elements, 'Principal')) {
    reportMissing(context, place, {
      code: 'missing-principal',
      what: `\`Principal\`, which ${typeTitle(context)} needs`,
      help: 'name who may call, such as `"Principal": { "AWS": "111122223333" }`',
    });
  }
  if (context.type === 'trust') {
    const code = 'role-trust-policy-syntax-error-notprincipal';
    forbid(context, place, { element: 'NotPrincipal', node: found.NotPrincipal, code });
  }
}

function checkResource(
  context: ReadContext,
  elements: Elements<StatementElement>,
  place: StatementPlace,
): void {
  const { found } = elements;
  const { resource } = context.grammar;
  if (resource === 'forbidden') {
    const code = 'role-trust-policy-syntax-error-resource';
    forbid(context, place, { element: 'Resource', node: found.Resource, code });
    forbid(context, place, { element: 'NotResource', node: found.NotResource, code });
    return;
  }
  if (hasEither(elements, 'Resource')) return;
  // Without a type, only a statement that names a principal can be one that applies to its own resource (rule S29).
  const applies =
    resource === 'ownResource' && (context.type !== undefined || hasEither(elements, 'Principal'));
  if (!applies)
    reportMissing(context, place, { code: 'missing-resource', what: '`Resource` or `NotResource`' });
}

/** Rule S32. An Allow and a narrower Principal have a meaning all the same; negations have none here. */
function checkRcp(context: ReadContext, found: Found, pointer: string): void {
  const { Effect: effect, Principal: principal } = found;
  if (effect?.kind === 'string' && effect.value === 'Allow' && !isFullAccess(found)) {
    report(context, { code: 'rcp-effect', node: effect, pointer: `${pointer}/Effect`, expected: '`Deny`' });
  }
  if (principal !== undefined && !isStar(principal)) {
    report(context, {
      code: 'rcp-principal',
      node: principal,
      pointer: `${pointer}/Principal`,
      expected: '`"*"`',
    });
  }
  const place = { pointer };
  forbid(context, place, { element: 'NotPrincipal', node: found.NotPrincipal, code: 'rcp-notprincipal' });
  forbid(context, place, { element: 'NotAction', node: found.NotAction, code: 'rcp-notaction' });
}

/** The statement of `RCPFullAWSAccess`, which AWS attaches everywhere. */
function isFullAccess({ Principal, Action, Resource, Condition }: Found): boolean {
  return isStar(Principal) && isListOfStar(Action) && isListOfStar(Resource) && Condition === undefined;
}

/** A list of one value equals the value (rule S7). */
function isListOfStar(node: JsonNode | undefined): boolean {
  return isStar(node?.kind === 'array' && node.items.length === 1 ? node.items[0] : node);
}

function isStar(node: JsonNode | undefined): boolean {
  return node?.kind === 'string' && node.value === '*';
}

function report(
  context: ReadContext,
  finding: {
    readonly code: DiagnosticCode;
    readonly node: JsonNode;
    readonly pointer: string;
    readonly expected: string;
  },
): void {
  context.findings.report({
    code: finding.code,
    message: `found ${describeNode(finding.node)}, expected ${finding.expected} in ${typeTitle(context)}`,
    at: placeToShow(finding.node),
    pointer: finding.pointer,
  });
}

function forbid(
  context: ReadContext,
  place: { readonly pointer: string },
  forbidden: {
    readonly element: StatementElement;
    readonly node: JsonNode | undefined;
    readonly code: DiagnosticCode;
  },
): void {
  const { element, node, code } = forbidden;
  if (node === undefined) return;
  context.findings.report({
    code,
    message: `found \`${element}\`, which ${typeTitle(context)} does not have`,
    at: placeToShow(node),
    pointer: `${place.pointer}/${element}`,
    help: 'remove it, or check the type of the policy',
  });
}
