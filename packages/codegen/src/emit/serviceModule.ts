import type { Service } from '@policywright/catalog';
import type { StatementStructures } from 'ts-morph';
import { ModuleNames } from '../names/moduleNames.ts';
import { actionStatements } from './actionStatements.ts';
import { arnStatements, COMMON_PARTS } from './arnStatements.ts';
import { groupStatements } from './groupStatements.ts';
import { keyStatements } from './keyStatements.ts';
import { registryStatements } from './registryStatements.ts';

/**
 * Lists the statements of a service's module.
 *
 * @param service - the service, from the catalog.
 * @returns structures for ts-morph, in the order of the module.
 */
export function serviceModule(service: Service): readonly (string | StatementStructures)[] {
  const names = new ModuleNames(['makeArn', 'readArn', ...COMMON_PARTS.map(({ type }) => type)]);
  const actions = actionStatements(service, names);
  const groups = groupStatements(service, names);
  const keys = keyStatements(service, names);
  const arns = arnStatements(service, names);
  return [importOf(arns), ...actions, ...groups, ...arns, ...keys, ...registryStatements(service)];
}

/** Imports what is used, for consumers whose compiler forbids more; a module augmentation needs an import. */
function importOf(arns: readonly StatementStructures[]): string {
  if (arns.length === 0) return "import type {} from './runtime.js';";
  const text = JSON.stringify(arns);
  const names = ['makeArn', 'readArn'].filter((name) => text.includes(`${name}(`));
  const types = COMMON_PARTS.map(({ type }) => type).filter((type) => text.includes(`"${type}"`));
  return `import { ${[...names, ...['Arn', ...types].map((type) => `type ${type}`)].join(', ')} } from './runtime.js';`;
}
