import type { Action, Service } from '@policywright/catalog';
import { byCodePoint } from '../names/byCodePoint.ts';
import type { ModuleNames } from '../names/moduleNames.ts';
import { constants, quote } from './constant.ts';

/** Declares one constant for each action of a service, such as `RunTask = 'ecs:RunTask' as const`. */
export function actionStatements(service: Service, names: ModuleNames): readonly string[] {
  const actions = [...service.actions].sort((left, right) => byCodePoint(left.name, right.name));
  if (actions.length === 0) return [];
  const all = actions.map((action) => ({
    name: names.claim(action.name),
    initializer: `${quote(action.fullName)} as const`,
    documentation: describeAction(action),
  }));
  return [constants(all)];
}

/** Says in one line what a statement about the action needs: levels, resource types, dependent actions. */
function describeAction(action: Action): string {
  const resources = action.resourceTypes.map(({ name, required }) =>
    required ? name : `${name} (optional)`,
  );
  const dependents = [
    ...new Set([
      ...(action.dependentActions ?? []),
      ...action.resourceTypes.flatMap((type) => type.dependentActions),
    ]),
  ].sort(byCodePoint);
  return [
    action.accessLevels.join(' and '),
    resources.length === 0 ? 'takes only `*`' : `on ${resources.join(', ')}`,
    ...(dependents.length === 0 ? [] : [`also needs ${dependents.join(', ')}`]),
    ...(action.permissionOnly === true ? ['no API operation has this name'] : []),
  ].join('; ');
}
