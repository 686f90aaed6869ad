import type { ServiceDescription } from '@policywright/catalog';
import { citationWords } from '../featureRow.ts';
import { bareName, bareNames } from './actionBlocks.ts';
import { facts, table } from './block.ts';
import type { Block } from './page.ts';

/** Which operations pass a role, in which parameter and to which service. */
export function serviceRoleBlocks({ prefix, serviceRoles }: ServiceDescription): readonly Block[] {
  const known = serviceRoles.filter(({ parameter }) => parameter !== undefined);
  const others = serviceRoles.filter(({ parameter }) => parameter === undefined);
  return [
    ...table(
      ['OPERATION', 'PARAMETER', 'PASSED TO'],
      known.map(({ action, parameter = '', passedToServices }) => [
        bareName(action, prefix),
        parameter,
        passedToServices,
      ]),
    ),
    ...facts([
      known.length === 0 ? 'can take a role' : 'can take one, too',
      bareNames(
        others.map(({ action }) => action),
        prefix,
      ),
    ]),
  ];
}

/** The service-linked roles of a service, and how each is known. */
export function linkedRoleBlocks({ serviceLinkedRoles }: ServiceDescription): readonly Block[] {
  return table(
    ['ROLE', 'SERVICE PRINCIPAL', 'KNOWN FROM'],
    serviceLinkedRoles.map(({ roleName, servicePrincipal, source }) => [
      roleName,
      servicePrincipal,
      { text: citationWords(source), url: source.url },
    ]),
  );
}
