import { ACCESS_LEVELS } from '@policywright/catalog';
import type { Service } from '@policywright/catalog';
import type { StatementStructures } from 'ts-morph';
import { byCodePoint } from '../names/byCodePoint.ts';
import { camelCase } from '../names/camelCase.ts';
import type { ModuleNames } from '../names/moduleNames.ts';
import { constant, quote } from './constant.ts';

/**
 * Lists one constant for each access level that a service has, such as `readActions`.
 *
 * An action with several levels is in the group of each.
 */
export function groupStatements(service: Service, names: ModuleNames): readonly StatementStructures[] {
  return ACCESS_LEVELS.flatMap((level) => {
    const actions = service.actions
      .filter(({ accessLevels }) => accessLevels.includes(level))
      .map(({ fullName }) => fullName)
      .sort(byCodePoint);
    if (actions.length === 0) return [];
    return [
      constant({
        name: names.claim(`${camelCase(level)}Actions`),
        initializer: `[\n${actions.map((action) => `  ${quote(action)},\n`).join('')}] as const`,
        documentation: `Every action of ${service.name} with the access level ${level}`,
      }),
    ];
  });
}
