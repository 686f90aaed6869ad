import { parsePointer, policyFromNode } from '@policywright/policy';
import type { Diagnostic, JsonNode, JsonObject, Policy, PolicyType } from '@policywright/policy';

/** What can be linted of a document with errors. */
export interface Salvaged {
  readonly policy: Policy;
  /** Pointers of statements that lost a part. */
  readonly incomplete: ReadonlySet<string>;
  /** Pointers of statements that stand for some that could not be read. */
  readonly skipped: ReadonlySet<string>;
}

interface Known {
  readonly text: string;
  readonly type: PolicyType | undefined;
  readonly name: string | undefined;
}

/**
 * Leaves out of a document what has errors, so that the rest can be linted: first the members that the errors
 * are about, then, where that was not enough, whole statements. Offsets and pointers stay as they were.
 *
 * @returns `undefined` where nothing is left.
 */
export function salvage(root: JsonNode, known: Known): Salvaged | undefined {
  const incomplete = new Set<string>();
  const skipped = new Set<string>();
  let tree: JsonNode = root;
  for (const depth of ['members', 'statements'] as const) {
    const parsed = policyFromNode(tree, known);
    if (parsed.ok) return { policy: parsed.policy, incomplete, skipped };
    for (const steps of errorPlaces(parsed.diagnostics)) {
      const statement = statementPointer(tree, steps);
      if (statement === undefined) {
        tree = without(tree, steps.slice(0, 1));
        continue;
      }
      const inner = statement.split('/').length - 1;
      const isMember = depth === 'members' && steps.length > inner;
      if (isMember) incomplete.add(statement);
      else skipped.add(statement);
      tree = isMember
        ? without(tree, steps.slice(0, keptLength(steps, inner)))
        : replace(tree, steps.slice(0, inner));
    }
  }
  const parsed = policyFromNode(tree, known);
  return parsed.ok ? { policy: parsed.policy, incomplete, skipped } : undefined;
}

function errorPlaces(diagnostics: readonly Diagnostic[]): readonly (readonly string[])[] {
  const paths = diagnostics.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  return [...new Set(paths)].slice(0, MOST_PLACES).map((path) => parsePointer(path) ?? []);
}

/** Each place costs a copy of what is above it. */
const MOST_PLACES = 200;

function statementPointer(tree: JsonNode, steps: readonly string[]): string | undefined {
  if (steps[0] !== 'Statement' || tree.kind !== 'object') return undefined;
  const node = tree.members.find(({ name }) => name.value === 'Statement')?.value;
  if (node?.kind === 'object') return '/Statement';
  return node?.kind === 'array' && steps.length > 1 ? `/Statement/${steps[1]}` : undefined;
}

/** Of a condition the operator goes, of other elements all. */
function keptLength(steps: readonly string[], inner: number): number {
  return steps[inner] === 'Condition' ? inner + 2 : inner + 1;
}

/** Takes the members that a path leads to out of a copy of the tree. */
function without(node: JsonNode, steps: readonly string[]): JsonNode {
  const [step, ...rest] = steps;
  if (step === undefined) return node;
  if (node.kind === 'object') {
    const members = node.members.flatMap((member) => {
      if (member.name.value !== step) return [member];
      return rest.length === 0 ? [] : [{ name: member.name, value: without(member.value, rest) }];
    });
    return { ...node, members };
  }
  if (node.kind !== 'array' || rest.length === 0) return node;
  return { ...node, items: node.items.map((item, at) => (String(at) === step ? without(item, rest) : item)) };
}

/** Puts a statement that every policy type accepts in the place of one that cannot be read. */
function replace(node: JsonNode, steps: readonly string[]): JsonNode {
  const [step, ...rest] = steps;
  if (step === undefined) return placeholder(node);
  if (node.kind === 'object') {
    const members = node.members.map((member) =>
      member.name.value === step ? { name: member.name, value: replace(member.value, rest) } : member,
    );
    return { ...node, members };
  }
  if (node.kind !== 'array') return node;
  return { ...node, items: node.items.map((item, at) => (String(at) === step ? replace(item, rest) : item)) };
}

function placeholder({ start, end }: JsonNode): JsonObject {
  const text = (value: string): JsonNode & { kind: 'string' } => ({ kind: 'string', value, start, end });
  const member = (name: string, value: string): JsonObject['members'][number] => ({
    name: text(name),
    value: text(value),
  });
  const members = [member('Effect', 'Deny'), member('Action', 'none:None'), member('Resource', '*')];
  return { kind: 'object', start, end, members };
}
