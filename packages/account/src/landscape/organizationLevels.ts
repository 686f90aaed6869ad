import type { Policy } from '@policywright/policy';
import type { TagMap } from '../model/accountData.ts';
import type { Organization, OrganizationNode } from '../model/organization.ts';
import { widestIdentity, widestResource } from './widest.ts';

/** What an organization says of one of its accounts. */
export interface AccountPlace {
  /** `undefined` where SCPs are not in force. */
  readonly scps: readonly (readonly Policy[])[] | undefined;
  readonly rcps: readonly (readonly Policy[])[] | undefined;
  /** The names of the policies at the same places. */
  readonly scpNames: readonly (readonly string[])[];
  readonly rcpNames: readonly (readonly string[])[];
  /** Policies of a level are not known. */
  readonly isScpUnknown: boolean;
  readonly isRcpUnknown: boolean;
  readonly isManagement: boolean;
  readonly isRootAdministrator: boolean;
  readonly organization: string | undefined;
  /** As in `aws:PrincipalOrgPaths`: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`. */
  readonly path: string | undefined;
  readonly tags: TagMap;
}

/**
 * Finds the levels above each account of an organization.
 *
 * @param organization - its tree.
 * @returns by number of the account.
 */
export function accountPlaces(organization: Organization): ReadonlyMap<string, AccountPlace> {
  const places = new Map<string, AccountPlace>();
  const visit = (node: OrganizationNode, above: readonly OrganizationNode[]): void => {
    const levels = [...above, node];
    if (node.type === 'account') places.set(node.id, placeOf(organization, levels));
    for (const child of node.children) visit(child, levels);
  };
  visit(organization.root, []);
  return places;
}

function placeOf(organization: Organization, levels: readonly OrganizationNode[]): AccountPlace {
  const { id, usesScps, usesRcps, managementAccount, rootAdministrators } = organization;
  const account = levels.at(-1);
  const units = levels.slice(0, -1).map((node) => `${node.id}/`);
  const scpLevels = levels.map(({ scps }) => scps);
  const rcpLevels = levels.map(({ rcps }) => rcps);
  return {
    scps: usesScps
      ? scpLevels.map((level) => level?.map(({ policy }) => policy) ?? [widestIdentity()])
      : undefined,
    rcps: usesRcps
      ? rcpLevels.map((level) => level?.map(({ policy }) => policy) ?? [widestResource()])
      : undefined,
    scpNames: scpLevels.map((level) => level?.map(({ name }) => name) ?? ['']),
    rcpNames: rcpLevels.map((level) => level?.map(({ name }) => name) ?? ['']),
    isScpUnknown: usesScps && scpLevels.includes(undefined),
    isRcpUnknown: usesRcps && rcpLevels.includes(undefined),
    isManagement: account?.id === managementAccount,
    isRootAdministrator: account !== undefined && rootAdministrators.includes(account.id),
    organization: id,
    path: id === undefined ? undefined : [`${id}/`, ...units].join(''),
    tags: account?.tags ?? {},
  };
}
