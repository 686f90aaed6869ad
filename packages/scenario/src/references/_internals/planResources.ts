import { locate, type JsonNode } from '@policywright/policy';
import { itemsOf, textAt } from './holderParts.ts';

/** A resource of a plan or state of Terraform. */
export interface PlanResource {
  /** `module.m["a"].aws_iam_role.deploy[0]`. */
  readonly address: string;
  /** The address in the configuration, without keys. */
  readonly configured: string;
  readonly type: string;
  readonly values: JsonNode;
}

/** The resources of a plan or state. */
export interface PlanResources {
  readonly all: readonly PlanResource[];
  /** What the configuration refers to for an argument of a resource; addresses without keys. */
  readonly references: (resource: PlanResource, argument: string) => readonly string[];
}

const NONE: PlanResources = { all: [], references: () => [] };

/**
 * Lists the resources that a plan plans, or that a state has.
 *
 * @param root - the answer of `terraform show -json`; of anything else there are none.
 */
export function planResources(root: JsonNode): PlanResources {
  if (textAt(root, '/format_version') === undefined) return NONE;
  const module = locate(root, '/planned_values/root_module') ?? locate(root, '/values/root_module');
  if (module === undefined) return NONE;
  const expressions = new Map<string, JsonNode>();
  const configuration = locate(root, '/configuration/root_module');
  if (configuration !== undefined) readConfigured(configuration, '', expressions);
  return {
    all: resourcesIn(module),
    references: ({ configured }, argument) => {
      const node = expressions.get(configured);
      const listed = node && locate(node, `/${argument}/references`);
      const prefix = /^(?:module\.[^.]+\.)*/.exec(configured)?.[0] ?? '';
      return itemsOf(listed).flatMap((item) =>
        item.kind === 'string' ? prefix + withoutKeys(item.value) : [],
      );
    },
  };
}

function resourcesIn(module: JsonNode): readonly PlanResource[] {
  const own = itemsOf(locate(module, '/resources')).flatMap((node): PlanResource | readonly never[] => {
    const address = textAt(node, '/address');
    const type = textAt(node, '/type');
    const values = locate(node, '/values');
    if (address === undefined || type === undefined || values === undefined) return [];
    if (textAt(node, '/mode') === 'data') return [];
    return { address, configured: withoutKeys(address), type, values };
  });
  return [...own, ...itemsOf(locate(module, '/child_modules')).flatMap(resourcesIn)];
}

function readConfigured(module: JsonNode, prefix: string, found: Map<string, JsonNode>): void {
  for (const resource of itemsOf(locate(module, '/resources'))) {
    const address = textAt(resource, '/address');
    const expressions = locate(resource, '/expressions');
    if (address !== undefined && expressions !== undefined) found.set(prefix + address, expressions);
  }
  const calls = locate(module, '/module_calls');
  for (const { name, value } of calls?.kind === 'object' ? calls.members : []) {
    const called = locate(value, '/module');
    if (called !== undefined) readConfigured(called, `${prefix}module.${name.value}.`, found);
  }
}

/** An address as the configuration has it: `aws_iam_role.r` of `aws_iam_role.r["a"]`. */
function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '');
}
