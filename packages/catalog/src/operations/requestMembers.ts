import type { RequestMembers } from '../model/requestMembers.ts';
import { getOperation } from './getOperation.ts';
import { readNamed, readRequest, requestTable } from './_internals/requestTable.ts';

/**
 * Tells what the members of an operation's requests say of resources, context keys and further actions: reviewed facts, or what
 * a strict rule by name found when the catalog was made; its `source` is not `checked` then. Never guessed when it is asked.
 *
 * @param operation - as in `getOperation`: `ecs:RunTask`.
 * @returns `undefined` for operations of which nothing is written down, and for those that the catalog does not have.
 */
export function requestMembers(operation: string): RequestMembers | undefined {
  const found = getOperation(operation);
  if (found === undefined) return undefined;
  const entries = requestTable(found.service).get(found.name.toLowerCase());
  return entries === undefined ? readNamed(found.service, found.name) : readRequest(entries, found.service);
}

/**
 * Lists the operations of a service of whose requests reviewed facts are written down.
 *
 * @param prefix - the prefix of the service.
 * @returns names in lower case.
 */
export function operationsWithMembers(prefix: string): readonly string[] {
  return [...requestTable(prefix.toLowerCase()).keys()];
}
