import type { JsonNode } from '../../json/jsonNode.ts';
import { STATEMENT_ELEMENTS, type StatementElement } from '../../model/elementNames.ts';
import type { Condition, Effect } from '../../model/policy.ts';
import type { StatementParts } from '../../model/policyTree.ts';
import { checkPolicyType } from './checkPolicyType.ts';
import { describeNode } from '../../json/describeNode.ts';
import { readAction } from './readAction.ts';
import { readConditions } from './readConditions.ts';
import type { ReadContext } from './readContext.ts';
import { readEither } from './readEither.ts';
import { readElements, type Elements } from './readElements.ts';
import { readPrincipal } from './readPrincipal.ts';
import { readResource } from './readResource.ts';
import { reportWrongType } from './readStringList.ts';
import { hasEither, reportMissing, type StatementPlace } from './statementPlace.ts';
import { suggestName } from './suggestName.ts';

const NO_CONDITIONS: readonly Condition[] = [];

/** Reads a statement (rules S9 to S17); what it lacks of what the model needs is reported. */
export function readStatement(context: ReadContext, place: StatementPlace): StatementParts {
  const { node, pointer, index } = place;
  const elements = readElements(context, node, { names: STATEMENT_ELEMENTS, pointer });
  const { found } = elements;
  const sid = readSid(context, found.Sid, pointer);
  const effect = readEffect(context, elements, place);
  const principal = readEither(context, elements, { element: 'Principal', pointer, read: readPrincipal });
  const action = readEither(context, elements, { element: 'Action', pointer, read: readAction });
  const hasPrincipal = hasEither(elements, 'Principal');
  const resource = readEither(context, elements, {
    element: 'Resource',
    pointer,
    read: (_, node, at) => readResource(context, node, { ...at, hasPrincipal }),
  });
  const conditions =
    found.Condition === undefined
      ? NO_CONDITIONS
      : readConditions(context, found.Condition, `${pointer}/Condition`);
  if (!hasEither(elements, 'Action')) {
    reportMissing(context, place, { code: 'missing-action', what: '`Action` or `NotAction`' });
  }
  if (effect === 'Allow' && found.NotPrincipal !== undefined)
    reportAllow(context, found.NotPrincipal, pointer);
  checkPolicyType(context, elements, place);
  return { index, pointer, sid, effect, principal, action, resource, conditions };
}

function readSid(context: ReadContext, node: JsonNode | undefined, pointer: string): string | undefined {
  if (node === undefined || node.kind === 'string') return node?.value;
  reportWrongType(context, node, { name: 'Sid', pointer: `${pointer}/Sid`, expected: 'a string' });
  return undefined;
}

/** Rule S10. */
function readEffect(
  context: ReadContext,
  { found, misspelt }: Elements<StatementElement>,
  place: StatementPlace,
): Effect | undefined {
  const node = found.Effect;
  if (node === undefined) {
    const help = 'add `"Effect": "Allow"` or `"Effect": "Deny"`';
    if (!misspelt.has('Effect'))
      reportMissing(context, place, { code: 'missing-effect', what: '`Effect`', help });
    return undefined;
  }
  if (node.kind === 'string' && (node.value === 'Allow' || node.value === 'Deny')) return node.value;
  const pointer = `${place.pointer}/Effect`;
  if (node.kind !== 'string') {
    reportWrongType(context, node, { name: 'Effect', pointer, expected: '`Allow` or `Deny`' });
    return undefined;
  }
  const meant = suggestName(context, node.value, ['Allow', 'Deny']);
  context.findings.report({
    code: 'invalid-effect',
    message: `found ${describeNode(node)} in \`Effect\`, expected \`Allow\` or \`Deny\``,
    at: node,
    pointer,
    help: meant === undefined ? undefined : `did you mean \`${meant}\``,
  });
  return undefined;
}

/** Rule S34. */
function reportAllow(context: ReadContext, node: JsonNode, pointer: string): void {
  context.findings.report({
    code: 'allow-with-notprincipal',
    message:
      'found `NotPrincipal` in an Allow statement, which grants to everybody else, anonymous callers included',
    at: { start: node.start, end: node.end },
    pointer: `${pointer}/NotPrincipal`,
    help: 'name who may call with `Principal`',
  });
}
