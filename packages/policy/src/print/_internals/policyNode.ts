import type { JsonNode, JsonObject } from '../../json/jsonNode.ts';
import { PRINCIPAL_KINDS } from '../../model/elementNames.ts';
import type { ListElement, Policy, PrincipalElement, Statement } from '../../model/policy.ts';
import { arrayNode, objectNode, stringNode } from './buildNode.ts';
import { conditionNode } from './conditionNode.ts';
import { listNode, type Form } from './listNode.ts';

/** The parts of a policy that its document holds. */
export type PolicyContent = Pick<Policy, 'version' | 'id' | 'statements'>;

/** A policy as the tree of its document, elements in the order of the AWS documentation. */
export function policyNode({ version, id, statements }: PolicyContent, form: Form): JsonObject {
  const nodes = statements.map((statement) => statementNode(statement, form));
  const [first] = nodes;
  const isLone =
    nodes.length === 1 &&
    (form === 'shortest' || (form === 'asWritten' && statements[0]?.pointer === '/Statement'));
  return objectNode([
    ['Version', optionalString(version)],
    ['Id', optionalString(id)],
    ['Statement', isLone ? first : arrayNode(nodes)],
  ]);
}

function statementNode(statement: Statement, form: Form): JsonObject {
  const { sid, effect, principal, action, resource, conditions } = statement;
  return objectNode([
    ['Sid', optionalString(sid)],
    ['Effect', stringNode(effect)],
    [elementName('Principal', principal), principal && principalNode(principal, form)],
    [elementName('Action', action), listNode(action.values, form)],
    [elementName('Resource', resource), resource && listNode(resource.values, form)],
    ['Condition', conditionNode(conditions, form)],
  ]);
}

/** Rules S127 and S129: everybody is `"*"`, anybody else a map by kind. */
function principalNode({ entries }: PrincipalElement, form: Form): JsonNode {
  const everybody = entries.filter(({ kind, value }) => kind === 'AWS' && value === '*').length;
  // The canonical form drops repetitions, so that two of them are one.
  const isEverybody =
    everybody === entries.length && (form === 'canonical' ? everybody > 0 : everybody === 1);
  if (isEverybody) return stringNode('*');
  const kinds = form === 'canonical' ? PRINCIPAL_KINDS : new Set(entries.map(({ kind }) => kind));
  return objectNode(
    Array.from(kinds, (kind) => {
      const values = entries.filter((entry) => entry.kind === kind).map(({ value }) => value);
      return [kind, values.length === 0 ? undefined : listNode(values, form)] as const;
    }),
  );
}

function elementName(name: string, element: ListElement | PrincipalElement | undefined): string {
  return element?.negated === true ? `Not${name}` : name;
}

function optionalString(value: string | undefined): JsonNode | undefined {
  return value === undefined ? undefined : stringNode(value);
}
