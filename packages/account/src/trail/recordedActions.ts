import { getOperation, operationsOf, services, type ActionName } from '@policywright/catalog';

let shown: ReadonlySet<string> | undefined;

/**
 * Whether events can show that an action was used: a call of some operation asks for it for certain. That `iam:PassRole` was used
 * only the request of another operation shows, and permission-only actions no call at all (rule S176).
 *
 * @param action - full name.
 */
export function isRecorded(action: string): boolean {
  shown ??= shownActions();
  return shown.has(action);
}

function shownActions(): ReadonlySet<string> {
  const found = new Set<ActionName>();
  for (const { prefix, actions } of services()) {
    for (const { permissions } of operationsOf(prefix)) {
      for (const { action, need } of permissions) if (need === 'always') found.add(action);
    }
    for (const { fullName, permissionOnly } of actions) {
      if (permissionOnly === true || found.has(fullName)) continue;
      const isOwn = getOperation(fullName)?.permissions.some(
        ({ action, need }) => action === fullName && need === 'always',
      );
      if (isOwn === true) found.add(fullName);
    }
  }
  found.delete('iam:PassRole');
  return found;
}
