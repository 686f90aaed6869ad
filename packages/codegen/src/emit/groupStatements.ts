import { ACCESS_LEVELS, type Service } from '@policywright/catalog';
import { byCodePoint } from '../names/byCodePoint.ts';
import { camelCase, pascalCase } from '../names/camelCase.ts';
import type { ModuleNames } from '../names/moduleNames.ts';
import { constant, lines, quote } from './constant.ts';

/** What is declared for one access level. */
export interface Group {
  /** The type of the names of its actions. */
  readonly type: string;
  readonly statements: readonly string[];
}

/**
 * Makes one constant for each access level that a service has, such as `readActions`, and the type of its members.
 *
 * An action with several levels is in the group of each.
 */
export function groupStatements(service: Service, names: ModuleNames): readonly Group[] {
  return ACCESS_LEVELS.flatMap((level) => {
    const actions = service.actions
      .filter(({ accessLevels }) => accessLevels.includes(level))
      .map(({ fullName }) => fullName)
      .sort(byCodePoint);
    if (actions.length === 0) return [];
    const type = names.claim(`${pascalCase(level)}Action`);
    const statements = [
      `/** ${level} actions of ${service.name} */\nexport type ${type} =\n${actions.map((action) => `  | ${quote(action)}`).join('\n')};`,
      constant({
        name: names.claim(`${camelCase(level)}Actions`),
        // A list of a tuple type would cost the compiler one type for each length.
        type: `readonly ${type}[]`,
        initializer: `/* @__PURE__ */ actionList(${lines(actions)})`,
        documentation: `Every action of ${service.name} with the access level ${level}`,
      }),
    ];
    return [{ type, statements }];
  });
}
