import type { ConditionKey, Service } from '@policywright/catalog';
import { isTemplate, keyName, keyVariables } from '../keys/keyTemplate.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { ModuleNames } from '../names/moduleNames.ts';
import { constant, quote } from './constant.ts';

/** Lists the condition keys of a service that are not shared with others, as the constant `keys`. */
export function keyStatements(service: Service, names: ModuleNames): readonly string[] {
  const keys = ownKeys(service);
  if (keys.length === 0) return [];
  const properties = new ModuleNames([]);
  return [
    constant({
      name: names.claim('keys'),
      initializer: `{\n${keys.map((key) => `${keyProperty(key, properties.claim(keyName(key.name, service.prefix)))}\n`).join('')}} as const`,
      documentation: `The condition keys of ${service.name}, besides those that services share`,
    }),
  ];
}

/** The keys of a service that the runtime module does not know, sorted; templates first, for the better name. */
export function ownKeys(service: Service): readonly ConditionKey[] {
  return service.conditionKeys
    .filter(({ name }) => !name.startsWith('aws:'))
    .sort(
      (left, right) =>
        Number(isTemplate(right.name)) - Number(isTemplate(left.name)) || byCodePoint(left.name, right.name),
    );
}

function keyProperty({ name, type, multivalued }: ConditionKey, property: string): string {
  const comment = `  /** ${type}${multivalued ? ', several values' : ''} */\n`;
  if (!isTemplate(name)) return `${comment}  ${property}: ${quote(name)},`;
  const variables = keyVariables(name);
  const generics = variables.map((_, index) => `Text${index + 1} extends string`).join(', ');
  const parameters = variables.map((variable, index) => `${variable}: Text${index + 1}`).join(', ');
  let index = 0;
  const result = name.replace(/\$\{[^}]*\}/g, () => `\${Text${++index}}`);
  index = 0;
  const value = name.replace(/\$\{[^}]*\}/g, () => `\${${variables[index++] ?? ''}}`);
  return `${comment}  ${property}: <${generics}>(${parameters}): \`${result}\` => \`${value}\`,`;
}
