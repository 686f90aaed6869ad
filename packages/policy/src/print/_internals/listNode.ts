import type { JsonNode } from '../../json/jsonNode.ts';
import { arrayNode, stringNode } from './buildNode.ts';

/** How a policy is written: as it was, or in one of the forms of `printPolicy`. */
export type Form = 'asWritten' | 'canonical' | 'shortest';

/** Values as a tree: one as a bare string (rule S7), else a list; sorted and without repetitions where canonical. */
export function listNode(
  values: readonly string[],
  form: Form,
  scalar: (value: string) => JsonNode = stringNode,
): JsonNode {
  const shown = form === 'canonical' ? [...new Set(values)].sort() : values;
  const [first] = shown;
  return shown.length === 1 && first !== undefined ? scalar(first) : arrayNode(shown.map(scalar));
}
