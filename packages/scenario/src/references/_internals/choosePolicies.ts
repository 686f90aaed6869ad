import { extractAll, type ExtractedPolicy, type JsonNode, type PolicyType } from '@policywright/policy';
import type { LayerKind } from '@policywright/evaluator';
import { quote } from '@policywright/policy/text';
import type { ReferenceProblem } from '../referenceSources.ts';
import { holderParts, type HolderParts, type PolicyName } from './holderParts.ts';
import { planParts } from './planParts.ts';

/** What is looked for in a file. */
export interface PolicyChoice {
  readonly layer: LayerKind;
  /** Whose policies; `undefined` for the only one of the file. */
  readonly resource: string | undefined;
}

/** The policies of a file that a reference means. */
export type ChosenPolicies =
  | {
      readonly ok: true;
      readonly policies: readonly ExtractedPolicy[];
      /** Names of managed policies of AWS that belong to them. */
      readonly managed: readonly string[];
    }
  | ReferenceProblem;

/** The types of policy that a layer can hold; a document whose file tells no type suits every layer. */
const TYPES_OF_LAYER: Readonly<Record<LayerKind, readonly PolicyType[]>> = {
  identity: ['identity'],
  boundary: ['identity', 'boundary'],
  session: ['identity', 'session'],
  resource: ['resource', 'trust'],
  scp: ['scp'],
  rcp: ['rcp'],
  vpcEndpoint: ['vpcEndpoint'],
};

/** So many names are listed to choose from. */
const MOST_NAMES = 8;

/**
 * Chooses the policies of a file that a reference means: all of a user, group or role, or a single one.
 *
 * @param root - the file.
 * @param text - what its offsets count in.
 * @param choice - what is looked for.
 */
export function choosePolicies(root: JsonNode, text: string, choice: PolicyChoice): ChosenPolicies {
  const { policies: all, unknown } = extractAll(root, { text });
  const policies = all.filter(
    ({ type }) => type === undefined || TYPES_OF_LAYER[choice.layer].includes(type),
  );
  const { resource } = choice;
  if (resource === undefined) return only(policies, all);
  const untold = unknown.some(({ name }) => name !== undefined && belongsTo(name, resource));
  if (untold)
    return { ok: false, message: `the file does not tell the whole of what ${quote(resource)} has` };
  return ofHolder({ root, policies, choice }, resource);
}

function only(policies: readonly ExtractedPolicy[], all: readonly ExtractedPolicy[]): ChosenPolicies {
  if (policies.length === 1) return { ok: true, policies, managed: [] };
  if (policies.length === 0) {
    return all.length === 0
      ? { ok: false, message: 'the file holds no policy' }
      : { ok: false, message: 'the file holds no policy for this layer', ...choiceOf(all) };
  }
  return { ok: false, message: `the file holds ${policies.length} policies`, ...choiceOf(policies) };
}

interface Searched {
  readonly root: JsonNode;
  /** Those that the layer can hold. */
  readonly policies: readonly ExtractedPolicy[];
  readonly choice: PolicyChoice;
}

function ofHolder({ root, policies, choice }: Searched, resource: string): ChosenPolicies {
  const parts = partsOf(root, resource);
  const named = policies.filter((policy) => isOf(policy, resource));
  const isHeld = choice.layer === 'identity';
  const attached = isHeld
    ? parts.policies
    : choice.layer === 'boundary' && parts.boundary
      ? [parts.boundary]
      : [];
  const found = new Set(choice.layer === 'boundary' && parts.boundary !== undefined ? [] : named);
  const managed: string[] = [];
  const adding: Adding = { root, policies, found, managed, seen: new Set() };
  for (const name of attached) {
    const problem = addAttached(name, adding);
    if (problem !== undefined) return problem;
  }
  if (found.size + managed.length > 0) return { ok: true, policies: [...found], managed };
  const message = `the file holds no policy of ${quote(resource)} for this layer`;
  return { ok: false, message, ...(policies.length > 0 && choiceOf(policies)) };
}

function partsOf(root: JsonNode, holder: string): HolderParts {
  return planParts(root, holder) ?? holderParts(root, holder);
}

interface Adding {
  readonly root: JsonNode;
  readonly policies: readonly ExtractedPolicy[];
  readonly found: Set<ExtractedPolicy>;
  readonly managed: string[];
  /** Names that were looked up: a template may attach in a circle. */
  readonly seen: Set<string>;
}

/** Adds an attached policy, or what a group has. */
function addAttached(name: PolicyName, adding: Adding): ReferenceProblem | undefined {
  const { root, policies, found, managed, seen } = adding;
  if (name.kind === 'untold') {
    const help = 'refer to each of its policies by itself';
    return { ok: false, message: 'a policy is attached that the file does not tell', help };
  }
  if (name.kind === 'managed') {
    managed.push(name.name);
    return undefined;
  }
  if (seen.has(name.name)) return undefined;
  seen.add(name.name);
  const here = policies.filter((policy) => isOf(policy, name.name));
  // A group has attached policies, too, but no groups.
  const ofGroup = partsOf(root, name.name).policies;
  if (here.length + ofGroup.length === 0) {
    const help = 'refer to each of its policies by itself';
    return { ok: false, message: `${quote(name.name)} is attached, which the file does not hold`, help };
  }
  for (const policy of here) found.add(policy);
  for (const each of ofGroup) {
    const problem = addAttached(each, adding);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Whether a policy is one of a holder, or is called so itself. */
function isOf({ name, holders }: ExtractedPolicy, resource: string): boolean {
  return (
    (name !== undefined && belongsTo(name, resource)) || holders.some(({ names }) => names.includes(resource))
  );
}

function belongsTo(name: string, resource: string): boolean {
  return name === resource || name.startsWith(`${resource}/`);
}

function choiceOf(policies: readonly ExtractedPolicy[]): Pick<ReferenceProblem, 'help' | 'choices'> {
  const choices = [...new Set(policies.flatMap(({ name }) => name ?? []))];
  if (choices.length === 0) return { help: 'none of them has a name; give each a file of its own' };
  return { help: `name one as \`resource\`: ${listed(choices)}`, choices };
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, MOST_NAMES).map(quote).join(', ')}${names.length > MOST_NAMES ? ', …' : ''}`;
}
