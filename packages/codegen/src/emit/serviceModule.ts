import type { Service } from '@policywright/catalog';
import type { StatementStructures } from 'ts-morph';
import { ModuleNames } from '../names/moduleNames.ts';
import { actionStatements } from './actionStatements.ts';
import { groupStatements } from './groupStatements.ts';

/**
 * Lists the statements of a service's module.
 *
 * @param service - the service, from the catalog.
 * @returns structures for ts-morph, in the order of the module.
 */
export function serviceModule(service: Service): readonly StatementStructures[] {
  const names = new ModuleNames([]);
  return [...actionStatements(service, names), ...groupStatements(service, names)];
}
