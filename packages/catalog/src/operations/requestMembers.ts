import type { RequestMembers } from '../model/requestMembers.ts';
import { getOperation } from './getOperation.ts';
import { readRequest, requestTable } from './_internals/requestTable.ts';

/**
 * Tells what the members of an operation's requests say of resources, context keys and further actions: reviewed facts,
 * never guessed by names.
 *
 * @param operation - as in `getOperation`: `ecs:RunTask`.
 * @returns `undefined` for operations of which nothing is written down, and for those that the catalog does not have.
 */
export function requestMembers(operation: string): RequestMembers | undefined {
  const found = getOperation(operation);
  if (found === undefined) return undefined;
  const entries = requestTable(found.service).get(found.name.toLowerCase());
  return entries === undefined ? undefined : readRequest(entries, found.service);
}

/**
 * Lists the operations of a service of whose requests something is written down.
 *
 * @param prefix - the prefix of the service.
 * @returns names in lower case.
 */
export function operationsWithMembers(prefix: string): readonly string[] {
  return [...requestTable(prefix.toLowerCase()).keys()];
}
