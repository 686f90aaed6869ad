import { parseAccessDenied } from '@policywright/evaluator';
import {
  extractAll,
  inferPolicyType,
  parseJson,
  parsePolicyTree,
  printJson,
  type JsonNode,
} from '@policywright/policy';
import { describeErrors } from '@policywright/scenario';
import { isScenarioTree, readTrees, templateReader, uncommented } from 'policywright/shared';
import { isAccountText, openAccount } from './openAccount.ts';
import type { OpenedText } from './openApi.ts';
import { openDenial } from './openDenial.ts';
import { openPolicies } from './openPolicies.ts';
import { openScenarios } from './openScenarios.ts';

/**
 * Tells what a text is, and reads it: a page of the playground, scenarios, an account, guard rails, policies by
 * themselves or in a template or plan, or a message with which AWS refused something.
 *
 * @param name - of the file; empty for a text that was pasted.
 * @param text - any.
 */
export async function openText(name: string, text: string): Promise<OpenedText> {
  if (text.trim() === '') return { kind: 'nothing', problem: 'there is no text' };
  if (isAccountText(text)) return openAccount(name, text);
  const trees = await readTrees(name, text);
  if (!trees.ok) {
    // Scenarios and the like may have comments, policies not.
    const plain = uncommented(name, text);
    if (plain !== text) return openText(name, plain);
    return openBroken(text, describeErrors(trees.diagnostics));
  }
  const [root] = trees.roots;
  if (root === undefined) return { kind: 'nothing', problem: 'there is no text' };
  if (hasMember(root, 'page')) return { kind: 'page', text };
  if (isGuardRails(root)) return { kind: 'guardRails', text };
  if (isScenarioTree(root)) return openScenarios(isJson(text) ? text : printJson(root));
  const readTemplate = await templateReader();
  const files = trees.roots.map((tree) => extractAll(tree, { text, readTemplate }));
  const found = {
    policies: files.flatMap(({ policies }) => policies),
    unknown: files.flatMap(({ unknown }) => unknown),
  };
  if (found.policies.length + found.unknown.length > 0) return openPolicies(text, found);
  const denied = parseAccessDenied(text);
  if (denied !== undefined) return openDenial(denied);
  return {
    kind: 'nothing',
    problem: 'it holds no policy, scenario, account, guard rail and no message of a denial',
  };
}

/** A text that is neither JSON nor YAML: a message, or a policy with a mistake for somebody to mend. */
function openBroken(text: string, errors: string): OpenedText {
  const denied = parseAccessDenied(text);
  if (denied !== undefined) return openDenial(denied);
  // What can be read of it tells whether it was to be a policy, and of which type.
  const { root, statements } = parsePolicyTree(text);
  if (root === undefined || statements.length === 0)
    return { kind: 'nothing', problem: `it cannot be read (${errors})` };
  const type = inferPolicyType(root)?.type ?? 'identity';
  return { kind: 'policies', policies: [{ name: 'Broken policy', type, text, unknown: [] }], untold: [] };
}

/** Errors have their places in the text that somebody opened, unless it is YAML. */
function isJson(text: string): boolean {
  return parseJson(text).node !== undefined;
}

function hasMember(node: JsonNode | undefined, member: string): boolean {
  return node?.kind === 'object' && node.members.some(({ name }) => name.value === member);
}

/** What scenarios have and guard rails have not. */
const OF_SCENARIOS = ['policies', 'context', 'expected', 'operation'];

function isGuardRails(root: JsonNode): boolean {
  return (
    root.kind === 'array' &&
    root.items.length > 0 &&
    root.items.every(
      (item) => hasMember(item, 'action') && !OF_SCENARIOS.some((name) => hasMember(item, name)),
    )
  );
}
