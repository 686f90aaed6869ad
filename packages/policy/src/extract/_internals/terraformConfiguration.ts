import { memberOf, textsOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import type { PolicyType } from '../../model/policy.ts';
import { heldPolicies } from './heldPolicies.ts';
import { policyTypeOf } from './scope.ts';

/** What the configuration in a plan says about policy documents; addresses are those of resources without keys. */
export interface PlanConfiguration {
  /** The arguments of the data sources that make documents, as expressions, by address. */
  readonly documents: ReadonlyMap<string, { readonly node: JsonNode; readonly pointer: string }>;
  /** The data sources that an argument of a resource refers to. */
  readonly sourcesOf: (address: string, argument: string) => readonly string[];
  /** The resource whose policy a data source makes, and the type of that policy. */
  readonly holderOf: (address: string) => PolicyUse | undefined;
}

interface PolicyUse {
  readonly address: string;
  readonly type: PolicyType | undefined;
}

/**
 * Reads the section `configuration` of a plan.
 *
 * @param root - the plan.
 */
export function readConfiguration(root: JsonNode): PlanConfiguration {
  const reader = new ConfigurationReader();
  const pointer = '/configuration/root_module';
  reader.readModule(memberOf(memberOf(root, 'configuration'), 'root_module'), pointer, '');
  return {
    documents: reader.documents,
    sourcesOf: (address, argument) => reader.sources.get(`${address} ${argument}`) ?? [],
    holderOf: (address) => reader.holders.get(address),
  };
}

class ConfigurationReader {
  readonly documents = new Map<string, { readonly node: JsonNode; readonly pointer: string }>();
  readonly sources = new Map<string, readonly string[]>();
  readonly holders = new Map<string, PolicyUse>();

  /** @param prefix - of the addresses in the module, such as `module.m.`. */
  readModule(module: JsonNode | undefined, pointer: string, prefix: string): void {
    const resources = memberOf(module, 'resources');
    for (const [index, resource] of (resources?.kind === 'array' ? resources.items : []).entries()) {
      const at = pointerTo(pointerTo(pointer, 'resources'), index);
      this.#readResource(resource, pointerTo(at, 'expressions'), prefix);
    }
    const calls = memberOf(module, 'module_calls');
    for (const { name, value } of calls?.kind === 'object' ? calls.members : []) {
      const at = pointerTo(pointerTo(pointer, 'module_calls'), name.value);
      this.readModule(memberOf(value, 'module'), pointerTo(at, 'module'), `${prefix}module.${name.value}.`);
    }
  }

  #readResource(resource: JsonNode, pointer: string, prefix: string): void {
    const [type = ''] = textsOf(memberOf(resource, 'type'));
    const [local = ''] = textsOf(memberOf(resource, 'address'));
    const address = prefix + local;
    const node = memberOf(resource, 'expressions');
    if (node === undefined) return;
    if (type === 'aws_iam_policy_document') this.documents.set(address, { node, pointer });
    for (const name of heldPolicies(type)?.documents ?? []) {
      const references = textsOf(memberOf(memberOf(node, name), 'references'));
      const sources = references
        .map((reference) => /^data\.aws_iam_policy_document\.[^.[]+/.exec(reference)?.[0])
        .filter((source) => source !== undefined)
        .map((source) => prefix + source);
      this.sources.set(`${address} ${name}`, [...new Set(sources)]);
      for (const source of sources)
        if (!this.holders.has(source)) this.holders.set(source, { address, type: policyTypeOf(type, name) });
    }
  }
}
