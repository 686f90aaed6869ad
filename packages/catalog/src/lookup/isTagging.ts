import type { ActionName } from '../model/action.ts';
import { getAction } from './getAction.ts';

/** Whether the reference calls an action one of tagging; no, for one that the catalog does not have. */
export function isTagging(action: ActionName): boolean {
  return getAction(action)?.accessLevels.includes('Tagging') === true;
}
