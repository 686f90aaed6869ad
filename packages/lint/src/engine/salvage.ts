import { parsePointer, policyFromNode } from '@policywright/policy';
import type { Diagnostic, JsonNode, Policy, PolicyType } from '@policywright/policy';

/** What can be linted of a document with errors. */
export interface Salvaged {
  readonly policy: Policy;
  /** Pointers of statements that lost a part. */
  readonly incomplete: ReadonlySet<string>;
  /** Pointers of statements that stand for some that could not be read. */
  readonly skipped: ReadonlySet<string>;
  /** Pointers of members that were put in for missing ones: nothing is to be said of them. */
  readonly added: ReadonlySet<string>;
}

interface Known {
  readonly text: string;
  readonly type: PolicyType | undefined;
  readonly name: string | undefined;
}

/**
 * Leaves out of a document what has errors, so that the rest can be linted: first the members that the errors
 * are about, then, where that was not enough, whole statements. What is missing is put in. Offsets and pointers stay
 * as they were.
 *
 * @returns `undefined` where nothing is left.
 */
export function salvage(root: JsonNode, known: Known): Salvaged | undefined {
  const incomplete = new Set<string>();
  const skipped = new Set<string>();
  const added = new Set<string>();
  let tree: JsonNode = root;
  for (const depth of ['members', 'statements'] as const) {
    const parsed = policyFromNode(tree, known);
    if (parsed.ok) return { policy: parsed.policy, incomplete, skipped, added };
    for (const { steps, code } of errorPlaces(parsed.diagnostics)) {
      const statement = statementPointer(tree, steps);
      if (statement === undefined) {
        tree = without(tree, steps.slice(0, 1));
        // Without a version, something would be said of its absence.
        if (steps[0] === 'Version') tree = withMember(tree, ['Version', '2012-10-17']);
        continue;
      }
      const inner = statement.split('/').length - 1;
      const missing = depth === 'members' ? missingMember(code, known.type) : undefined;
      if (missing !== undefined) {
        incomplete.add(statement);
        added.add(`${statement}/${missing[0]}`);
        tree = changed(tree, steps.slice(0, inner), (node) => withMember(node, missing));
        continue;
      }
      const isMember = depth === 'members' && steps.length > inner;
      if (isMember) incomplete.add(statement);
      else skipped.add(statement);
      tree = isMember
        ? without(tree, steps.slice(0, keptLength(steps, inner)))
        : changed(tree, steps.slice(0, inner), (node) => placeholder(node, known.type));
    }
  }
  const parsed = policyFromNode(tree, known);
  return parsed.ok ? { policy: parsed.policy, incomplete, skipped, added } : undefined;
}

interface ErrorPlace {
  readonly steps: readonly string[];
  readonly code: string;
}

/** The errors by place, what is missing first: there can be several at a statement. */
function errorPlaces(diagnostics: readonly Diagnostic[]): readonly ErrorPlace[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const places = new Map<string, ErrorPlace>();
  for (const { path, code } of errors) {
    const key = code.startsWith('missing-') ? `${path} ${code}` : path;
    if (!places.has(key)) places.set(key, { steps: parsePointer(path) ?? [], code });
  }
  return [...places.values()].slice(0, MOST_PLACES);
}

/** What stands for an element that a statement lacks; the statement is marked, so that no rule wonders at it. */
function missingMember(code: string, type: PolicyType | undefined): readonly [string, string] | undefined {
  if (code === 'missing-effect') return ['Effect', 'Deny'];
  if (code === 'missing-action') return ['Action', type === 'trust' ? 'sts:*' : '*'];
  if (code === 'missing-resource') return ['Resource', '*'];
  return code === 'missing-principal' ? ['Principal', '*'] : undefined;
}

function withMember(node: JsonNode, [name, value]: readonly [string, string]): JsonNode {
  if (node.kind !== 'object') return node;
  const { start, end } = node;
  const text = (of: string): JsonNode & { kind: 'string' } => ({ kind: 'string', value: of, start, end });
  return { ...node, members: [...node.members, { name: text(name), value: text(value) }] };
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
    const { members } = node;
    if (rest.length === 0) return { ...node, members: members.filter(({ name }) => name.value !== step) };
    return { ...node, members: withValues(members, step, (value) => without(value, rest)) };
  }
  if (node.kind !== 'array' || rest.length === 0) return node;
  return { ...node, items: withItem(node.items, step, (item) => without(item, rest)) };
}

/** Changes the value that a path leads to in a copy of the tree. */
function changed(node: JsonNode, steps: readonly string[], change: (node: JsonNode) => JsonNode): JsonNode {
  const [step, ...rest] = steps;
  if (step === undefined) return change(node);
  if (node.kind === 'object') {
    return { ...node, members: withValues(node.members, step, (value) => changed(value, rest, change)) };
  }
  if (node.kind !== 'array') return node;
  return { ...node, items: withItem(node.items, step, (item) => changed(item, rest, change)) };
}

type JsonMember = Extract<JsonNode, { kind: 'object' }>['members'][number];

function withValues(
  members: readonly JsonMember[],
  step: string,
  change: (value: JsonNode) => JsonNode,
): readonly JsonMember[] {
  return members.map((member) =>
    member.name.value === step ? { name: member.name, value: change(member.value) } : member,
  );
}

/** Copying a list is cheap beside calling a function for each of its items, which can be a hundred thousand. */
function withItem(
  items: readonly JsonNode[],
  step: string,
  change: (item: JsonNode) => JsonNode,
): readonly JsonNode[] {
  const item = items[Number(step)];
  return item === undefined ? items : items.with(Number(step), change(item));
}

const WITH_PRINCIPAL: ReadonlySet<PolicyType | undefined> = new Set([
  'resource',
  'trust',
  'rcp',
  'vpcEndpoint',
]);

/** A statement that the policy type accepts, for the place of one that cannot be read. */
function placeholder({ start, end }: JsonNode, type: PolicyType | undefined): JsonNode {
  const members: readonly (readonly [string, string])[] = [
    ['Effect', 'Deny'],
    ['Action', type === 'trust' ? 'sts:None' : 'none:None'],
    ...(type === 'trust' ? [] : ([['Resource', '*']] as const)),
    ...(WITH_PRINCIPAL.has(type) ? ([['Principal', '*']] as const) : []),
  ];
  return members.reduce<JsonNode>(withMember, { kind: 'object', start, end, members: [] });
}
