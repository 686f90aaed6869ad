import { closestName } from '../../text/closestName.ts';
import type { ReadContext } from './readContext.ts';

/** Comparing costs more than reading: a document of nothing but wrong names gets help for the first of them only. */
const MOST_SUGGESTIONS = 1000;

/** The name that was most likely meant, as `closestName`; `undefined` once a document has had its share of help. */
export function suggestName<Name extends string>(
  context: ReadContext,
  name: string,
  candidates: readonly Name[],
): Name | undefined {
  if (context.suggestions.count >= MOST_SUGGESTIONS) return undefined;
  context.suggestions.count += 1;
  return closestName(name, candidates);
}
