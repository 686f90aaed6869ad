import type { JsonNode } from '../../json/jsonNode.ts';
import { arrayNode, stringNode } from './buildNode.ts';

/** `canonical`: whatever has no bearing on decisions is brought to one form. */
export type Form = 'asWritten' | 'canonical';

/** Values as a tree: one as a bare string (rule S7), else a list; sorted and without repetitions where canonical. */
export function listNode(values: readonly string[], form: Form): JsonNode {
  const shown = form === 'canonical' ? [...new Set(values)].sort() : values;
  const [first] = shown;
  return shown.length === 1 && first !== undefined ? stringNode(first) : arrayNode(shown.map(stringNode));
}
