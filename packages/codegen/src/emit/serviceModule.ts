import type { Service } from '@policywright/catalog';
import type { StatementStructures } from 'ts-morph';
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
 * @returns structures for ts-morph, in the order of the module.
 */
export function serviceModule(service: Service): readonly (string | StatementStructures)[] {
  const names = new ModuleNames(['arnFormat', FACTS, ...ARN_TYPES, ...COMMON_PARTS.map(({ type }) => type)]);
  const actions = actionStatements(service, names);
  const groups = groupStatements(service, names);
  const keys = keyStatements(service, names);
  const arns = arnStatements(service, names);
  const facts = factsStatements(service, { name: FACTS, groups: groups.map(({ type }) => type) });
  return [
    importOf(arns),
    ...actions,
    ...groups.flatMap(({ statements }) => statements),
    ...arns,
    ...keys,
    ...facts,
  ];
}

const FACTS = 'Facts';
const ARN_TYPES = ['Arn', 'ArnBuilder', 'ArnFormat'];

/** Imports what is used, for consumers whose compiler forbids more; a module augmentation needs an import. */
function importOf(arns: readonly (string | StatementStructures)[]): string {
  if (arns.length === 0) return "import type {} from './runtime.js';";
  const text = JSON.stringify(arns);
  const types = [
    ...ARN_TYPES.filter((type) => text.includes(`${type}<`)),
    ...COMMON_PARTS.map(({ type }) => type).filter((type) => text.includes(`"${type}"`)),
  ];
  return `import { ${['arnFormat', ...types.map((type) => `type ${type}`)].join(', ')} } from './runtime.js';`;
}
