import { allServices, serviceOf } from '../_internals/registry.ts';
import type { RoleParameter } from '../model/operation.ts';
import { API_MODELS, citeOperations, citePassing } from './_internals/operationSources.ts';
import {
  operationTable,
  type AskedAction,
  type Member,
  type OperationRow,
} from './_internals/operationTable.ts';

/**
 * Lists the members of requests that name a role to pass, so that the caller needs `iam:PassRole` for it.
 *
 * @param prefix - the prefix of a service in any letter case; without it, those of all services.
 * @returns by service, in the order of AWS's pages.
 */
export function roleParameters(prefix?: string): readonly RoleParameter[] {
  if (prefix === undefined) return allServices().flatMap((service) => parametersOf(service.prefix));
  const service = serviceOf(prefix.toLowerCase());
  return service === undefined ? [] : parametersOf(service.prefix);
}

/** Of clients that have an operation in common, as those of Amazon RDS and its relatives, the first. */
function parametersOf(prefix: string): readonly RoleParameter[] {
  const parameters = new Map<string, RoleParameter>();
  for (const row of operationTable(prefix).rows) {
    for (const asked of row.actions.filter(({ action }) => action === 'iam:PassRole')) {
      for (const member of asked.members) {
        const key = `${row.name} ${member.name}`;
        if (!parameters.has(key))
          parameters.set(key, parameterOf(`${prefix}:${row.name}`, row, { asked, member }));
      }
    }
  }
  return [...parameters.values()];
}

function parameterOf(
  operation: RoleParameter['operation'],
  row: OperationRow,
  { asked, member }: { readonly asked: AskedAction; readonly member: Member },
): RoleParameter {
  const { name: parameter, required, passedTo } = member;
  const passedToServices = servicesOf(asked.passedTo, passedTo);
  const ofTable = row.page === '' ? undefined : citeOperations(row);
  const source = ofTable ?? (passedTo === undefined ? API_MODELS : citePassing());
  return { operation, parameter, required, passedToServices, source };
}

/** Where a guide names a service that the table does not have, nobody knows which the request will carry. */
function servicesOf(ofTable: readonly string[], ofMember: string | undefined): readonly string[] {
  if (ofMember === undefined) return ofTable;
  return ofTable.includes(ofMember) ? [ofMember] : [ofMember, ...ofTable];
}
