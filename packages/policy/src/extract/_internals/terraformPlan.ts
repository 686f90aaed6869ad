import { memberOf, stringOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import type { FoundDocument, UnknownDocument } from './policyWalk.ts';
import { heldPolicies } from './heldPolicies.ts';
import { enterMember, ROOT_SCOPE, type Scope } from './scope.ts';
import { readConfiguration, type PlanConfiguration } from './terraformConfiguration.ts';
import { writeDataDocument, type Argument } from './terraformDocument.ts';

/** What a plan or state of Terraform has. */
export interface TerraformPlan {
  /** Its values: of a plan only what it plans counts, since it repeats it as changes and has what was before. */
  readonly node: JsonNode;
  readonly pointer: string;
  readonly scope: Scope;
  /** The documents of data sources that are read when the plan is applied. */
  readonly documents: readonly FoundDocument[];
  /** The policies that are put together then from what nothing is known of. */
  readonly unknown: readonly UnknownDocument[];
}

const DATA_SOURCE = 'aws_iam_policy_document';

/**
 * Reads the answer of `terraform show -json`.
 *
 * @returns `undefined` where the file is none.
 */
export function readPlan(root: JsonNode): TerraformPlan | undefined {
  if (memberOf(root, 'format_version') === undefined) return undefined;
  for (const name of ['planned_values', 'values']) {
    const node = memberOf(root, name);
    if (node === undefined) continue;
    const pointer = pointerTo('', name);
    return {
      node,
      pointer,
      scope: enterMember(ROOT_SCOPE, name),
      ...new PlanReader(root).read(node, pointer),
    };
  }
  return undefined;
}

interface Resource {
  readonly node: JsonNode;
  readonly pointer: string;
  readonly address: string;
  readonly type: string;
  readonly isData: boolean;
}

/** Finds what is not known before a plan is applied. */
class PlanReader {
  readonly #documents: FoundDocument[] = [];
  readonly #unknown: UnknownDocument[] = [];
  readonly #configuration: PlanConfiguration;
  /** What of each resource is not known, by address. */
  readonly #unknownParts = new Map<string, JsonNode>();

  constructor(root: JsonNode) {
    this.#configuration = readConfiguration(root);
    for (const change of itemsOf(memberOf(root, 'resource_changes'))) {
      const parts = memberOf(memberOf(change, 'change'), 'after_unknown');
      if (parts !== undefined) this.#unknownParts.set(textOf(change, 'address'), parts);
    }
  }

  read(values: JsonNode, pointer: string): Pick<TerraformPlan, 'documents' | 'unknown'> {
    const resources = resourcesIn(memberOf(values, 'root_module'), pointerTo(pointer, 'root_module'));
    const planned = resources.filter(({ isData, type }) => isData && type === DATA_SOURCE);
    for (const resource of planned) this.#readPlanned(resource);
    const known = new Set(planned.map(({ address }) => withoutKeys(address)));
    for (const resource of resources.filter(({ isData }) => !isData)) this.#readHolder(resource, known);
    for (const address of this.#unknownParts.keys()) this.#readConfigured(withoutKeys(address), known);
    return { documents: this.#documents, unknown: this.#unknown };
  }

  /** What is planned of a data source that was not read yet. */
  #readPlanned({ node, pointer, address }: Resource): void {
    const values = memberOf(node, 'values');
    // It was read before, and what it gives is elsewhere.
    if (values === undefined || memberOf(values, 'json')?.kind === 'string') return;
    const argument: Argument = {
      node: values,
      unknown: this.#unknownParts.get(address),
      pointer: pointerTo(pointer, 'values'),
      isExpression: false,
    };
    this.#add(argument, address);
  }

  /** A policy that is not known, of a data source that only the configuration has, or of anything else. */
  #readHolder({ node, pointer, address, type }: Resource, known: Set<string>): void {
    const parts = this.#unknownParts.get(address);
    const held = heldPolicies(type);
    if (parts === undefined || held === undefined) return;
    for (const name of held.documents) {
      const part = memberOf(parts, name);
      const value = memberOf(memberOf(node, 'values'), name);
      if (part?.kind !== 'boolean' || !part.value || (value !== undefined && value.kind !== 'null')) continue;
      const sources = this.#configuration.sourcesOf(withoutKeys(address), name);
      for (const source of sources) this.#readConfigured(source, known);
      const isRead = sources.some((source) => known.has(source));
      const scope = { ...ROOT_SCOPE, names: [address] };
      if (!isRead) this.#unknown.push({ pointer: pointerTo(pointerTo(pointer, 'values'), name), scope });
    }
  }

  #readConfigured(address: string, known: Set<string>): void {
    const source = known.has(address) ? undefined : this.#configuration.documents.get(address);
    if (source === undefined) return;
    known.add(address);
    this.#add({ ...source, unknown: undefined, isExpression: true }, address);
  }

  #add(argument: Argument, address: string): void {
    const written = writeDataDocument(argument);
    if (written === undefined) return;
    const holder = this.#configuration.holderOf(withoutKeys(address));
    const scope: Scope = { ...ROOT_SCOPE, names: [holder?.address ?? address], type: holder?.type };
    this.#documents.push({ ...written, pointer: argument.pointer, scope, embedded: false });
  }
}

/** The resources of a module and of those in it. */
function resourcesIn(module: JsonNode | undefined, pointer: string): readonly Resource[] {
  const own = itemsOf(memberOf(module, 'resources')).map((node, index) => ({
    node,
    pointer: pointerTo(pointerTo(pointer, 'resources'), index),
    address: textOf(node, 'address'),
    type: textOf(node, 'type'),
    isData: textOf(node, 'mode') === 'data',
  }));
  const children = itemsOf(memberOf(module, 'child_modules')).flatMap((child, index) =>
    resourcesIn(child, pointerTo(pointerTo(pointer, 'child_modules'), index)),
  );
  return [...own, ...children];
}

/** An address of the configuration, where a resource stands once: `module.m["a"].aws_x.y[0]` has keys. */
function withoutKeys(address: string): string {
  let kept = '';
  let isKey = false;
  let isQuoted = false;
  for (const character of address) {
    if (isKey && character === '"') isQuoted = !isQuoted;
    if (!isKey && character === '[') isKey = true;
    if (!isKey) kept += character;
    if (isKey && !isQuoted && character === ']') isKey = false;
  }
  return kept;
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

function textOf(node: JsonNode | undefined, name: string): string {
  return stringOf(memberOf(node, name)) ?? '';
}
