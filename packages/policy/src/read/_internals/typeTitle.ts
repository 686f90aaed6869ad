import { POLICY_TYPE_WORDS } from '../../model/policyTypeWords.ts';
import type { ReadContext } from './readContext.ts';

/** How a message names the type of the document, with its article. */
export function typeTitle({ type }: ReadContext): string {
  return type === undefined ? 'a policy' : POLICY_TYPE_WORDS[type].title;
}
