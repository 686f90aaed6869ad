import type { JsonNode, JsonObject } from '../json/jsonNode.ts';
import { printJson } from '../json/printJson.ts';
import { PRINCIPAL_KINDS } from '../model/elementNames.ts';
import type { ListElement, Policy, PrincipalElement, Statement } from '../model/policy.ts';
import { arrayNode, objectNode, stringNode } from './_internals/buildNode.ts';
import { conditionNode } from './_internals/conditionNode.ts';
import { listNode, type Form } from './_internals/listNode.ts';

/** How `printPolicy` writes. */
export interface PrintOptions {
  /**
   * Whether to bring what has no bearing on decisions to one form: values, operators and keys sorted,
   * repetitions gone, operators in their canonical spelling, `Statement` a list. Statements keep their order.
   */
  readonly canonical?: boolean;
  /** Spaces a level, 0 for one line without white space; 2 unless given. */
  readonly indent?: number;
}

/**
 * Prints a policy as JSON: from its statements, not from the text that it was read from.
 *
 * Elements come in the order of the AWS documentation, a list of one as a bare value (rule S7), numbers and
 * booleans of conditions as strings (rule S18). Parsing the result gives the same version, id and statements.
 *
 * @param policy - the policy, as parsed or with other statements in it.
 * @param options - form and indentation.
 * @returns the text, without a final line end.
 * @throws PolicyError `repeated-condition` where a statement made by a program has one operator and key twice.
 */
export function printPolicy(policy: Policy, options: PrintOptions = {}): string {
  const form: Form = options.canonical === true ? 'canonical' : 'asWritten';
  const statements = policy.statements.map((statement) => statementNode(statement, form));
  const [first] = statements;
  const isLone =
    form === 'asWritten' && statements.length === 1 && policy.statements[0]?.pointer === '/Statement';
  const root = objectNode([
    ['Version', optionalString(policy.version)],
    ['Id', optionalString(policy.id)],
    ['Statement', isLone ? first : arrayNode(statements)],
  ]);
  return printJson(root, options.indent);
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
  const [only] = entries;
  if (entries.length === 1 && only?.kind === 'AWS' && only.value === '*') return stringNode('*');
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
