import type { Service } from '@policywright/catalog';
import { ModuleNames } from '../names/moduleNames.ts';
import { actionStatements } from './actionStatements.ts';
import { arnStatements, COMMON_PARTS } from './arnStatements.ts';
import { groupStatements } from './groupStatements.ts';
import { keyStatements } from './keyStatements.ts';
import { factsStatements } from './factsStatements.ts';

/**
 * Lists the statements of a service's module.
 *
 * @param service - the service, from the catalog.
 * @returns the statements, in the order of the module.
 */
export function serviceModule(service: Service): readonly string[] {
  const names = new ModuleNames([...FUNCTIONS, FACTS, ...ARN_TYPES, ...COMMON_PARTS.map(({ type }) => type)]);
  const actions = actionStatements(service, names);
  const groups = groupStatements(service, names);
  const lists = groups.flatMap(({ statements }) => statements);
  const keys = keyStatements(service, names);
  const arns = arnStatements(service, names);
  const facts = factsStatements(service, { name: FACTS, groups: groups.map(({ type }) => type) });
  return [importOf([...lists, ...arns]), ...actions, ...lists, ...arns, ...keys, ...facts];
}

const FACTS = 'Facts';
const FUNCTIONS = ['actionList', 'arnFormat'];
const ARN_TYPES = ['Arn', 'ArnBuilder', 'ArnFormat'];

/** Imports what is used, for consumers whose compiler forbids more; a module augmentation needs an import. */
function importOf(statements: readonly string[]): string {
  const text = statements.join('\n');
  const used = [
    ...FUNCTIONS.filter((name) => text.includes(` ${name}(`)),
    ...ARN_TYPES.filter((type) => text.includes(`${type}<`)).map((type) => `type ${type}`),
    ...COMMON_PARTS.filter(({ type }) => text.includes(` extends ${type} `)).map(
      ({ type }) => `type ${type}`,
    ),
  ];
  return `import ${used.length === 0 ? 'type {}' : `{ ${used.join(', ')} }`} from './runtime.js';`;
}
