import { getAction } from '@policywright/catalog';

const classes = new Map<string, string>();

/**
 * @param action - in lower case.
 * @returns the same for actions with the same resources and the same keys: those of one service, since keys are known by
 * service, with the same resource types, one of them required or none.
 */
export function actionClass(action: string): string {
  const known = classes.get(action);
  if (known !== undefined) return known;
  const made = classOf(action);
  classes.set(action, made);
  return made;
}

function classOf(action: string): string {
  const found = getAction(action);
  const service = action.slice(0, action.indexOf(':'));
  if (found === undefined) return `${service} ?`;
  const types = found.resourceTypes.map(({ name }) => name).sort();
  const isBound = found.resourceTypes.some(({ required }) => required);
  // A permission by itself, without resource types, is checked on what the catalog does not tell.
  const isOpen = found.permissionOnly === true && types.length === 0;
  return [service, isOpen ? '?' : isBound ? '!' : '*', ...types].join(' ');
}
