import type { ServiceDescription } from '@policywright/catalog';
import { citationWords } from '../featureRow.ts';
import { bareName, bareNames } from './actionBlocks.ts';
import { facts, table } from './block.ts';
import type { Block } from './page.ts';

/** Which operations pass a role, in which parameter and to which service. */
export function serviceRoleBlocks(description: ServiceDescription): readonly Block[] {
  const { prefix, serviceRoles, roleTakingActions } = description;
  return [
    ...table(
      ['OPERATION', 'PARAMETER', 'PASSED TO'],
      serviceRoles.map(({ operation, parameter, passedToServices }) => [
        bareName(operation, prefix),
        parameter,
        passedToServices.length === 0 ? 'not known' : passedToServices,
      ]),
    ),
    ...facts([
      serviceRoles.length === 0 ? 'can take a role' : 'can take one, too',
      bareNames(roleTakingActions, prefix),
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
