import type { JsonNode } from '../../json/jsonNode.ts';
import { arrayNode, stringNode } from './buildNode.ts';

/**
 * `canonical`: whatever has no bearing on decisions is brought to one form. `shortest`: a lone statement without
 * its list, booleans and numbers without quotation marks (rules S5, S18).
 */
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
