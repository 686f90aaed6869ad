import type { JsonNode } from '@policywright/policy';

const MEMBERS = ['principal', 'action', 'operation', 'resource', 'policies', 'scenarios', 'expected'];

/**
 * Whether a tree has something of a scenario at its root, or in the first entry of its list.
 *
 * @param root - of JSON or YAML.
 */
export function isScenarioTree(root: JsonNode): boolean {
  const [first] = root.kind === 'array' ? root.items : [root];
  return first?.kind === 'object' && first.members.some(({ name }) => MEMBERS.includes(name.value));
}
