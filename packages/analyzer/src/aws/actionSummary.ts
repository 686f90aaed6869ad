import { expandActions, shrinkActions } from '@policywright/catalog';

/** So many actions of one service are told by name: few names read better than patterns such as `s3:*tObject`. */
const MOST_NAMES = 10;

/**
 * Actions in AWS's spelling, those of a service of which there are many as few patterns that match exactly these.
 *
 * @param actions - in lower case; those that the catalog does not have stay as they are.
 * @returns sorted by code point.
 */
export function actionSummary(actions: readonly string[]): readonly string[] {
  const byService = new Map<string, string[]>();
  for (const action of actions) {
    const service = action.slice(0, action.indexOf(':'));
    const known = byService.get(service);
    if (known === undefined) byService.set(service, [action]);
    else known.push(action);
  }
  return [...byService.values()]
    .flatMap((own) => (own.length > MOST_NAMES ? shrinkActions(own) : own.map(spelled)))
    .sort();
}

function spelled(action: string): string {
  const [name = action] = expandActions(action);
  return name;
}
