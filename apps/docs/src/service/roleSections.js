import { code, codes, json, nameCode, rule, table } from '../markdown.js';
import { UNKNOWN } from './accessSections.js';
import { citation } from './featureTable.js';

/** @import { Feature, ServiceDescription } from '@policywright/catalog' */

/**
 * Role sessions and other temporary credentials.
 *
 * @param {Feature['support']} support
 */
export function temporarySection(support) {
  return {
    yes: `Requests with temporary credentials are accepted: of role sessions, federated users and web identities. A session may do what its role may, narrowed by a session policy if there is one (${rule(153)}, ${rule(154)}).`,
    partial: 'Some operations accept temporary credentials only in part.',
    no: 'This service does not accept temporary credentials.',
    unknown: UNKNOWN,
  }[support];
}

/**
 * Calls that the service makes for its caller.
 *
 * @param {ServiceDescription} description
 * @param {Feature['support']} support
 */
export function forwardSection({ forwardAccess }, support) {
  const text = {
    yes: `This service calls other services with the identity of its caller, which older pages of AWS call principal permissions. The caller needs permission for those calls too; they carry ${code('aws:CalledVia')} and ${code('aws:ViaAWSService')} (${rule(178)}).`,
    partial: `Some operations call other services with the identity of the caller (${rule(178)}).`,
    no: 'This service does not call others with the identity of its caller.',
    unknown: UNKNOWN,
  }[support];
  return forwardAccess === undefined ? text : `${text} Source: ${citation(forwardAccess)}.`;
}

/**
 * Roles that a caller hands to the service.
 *
 * @param {ServiceDescription} description
 * @param {Feature['support']} support
 */
export function serviceRoleSection({ serviceRoles, roleTakingActions }, support) {
  const known = serviceRoles.length + roleTakingActions.length;
  if (known === 0 && support !== 'yes' && support !== 'partial')
    return support === 'no' ? 'This service takes no roles.' : UNKNOWN;
  const principals = [...new Set(serviceRoles.flatMap(({ passedToServices }) => passedToServices))];
  return [
    `Some operations take a role, which the service then assumes. Whoever calls them needs ${code('iam:PassRole')} on that role besides (${rule(176)}), and the role must trust the service (${rule(172)}).`,
    ...(serviceRoles.length === 0 ? [] : [operationTable(serviceRoles)]),
    ...(roleTakingActions.length === 0
      ? []
      : [
          'These can take one, too; in which parameter, the catalog does not know:',
          codes(roleTakingActions, 'actions'),
        ]),
    ...(principals.length === 0 ? [] : [passRole(principals)]),
  ].join('\n\n');
}

/**
 * Roles that only the service itself can assume.
 *
 * @param {ServiceDescription} description
 * @param {Feature['support']} support
 */
export function linkedRoleSection({ serviceLinkedRoles: roles }, support) {
  if (roles.length === 0)
    return {
      yes: `This service has service-linked roles (${rule(177)}); their names are not in the catalog.`,
      partial: `Parts of this service have service-linked roles (${rule(177)}); their names are not in the catalog.`,
      no: 'This service has no service-linked role.',
      unknown: UNKNOWN,
    }[support];
  return [
    `A service-linked role belongs to the service: only it can assume the role, and the policies of the role cannot be changed. Organizations' policies do not bind it (${rule(167)}).`,
    table(
      ['role', 'service principal', 'how it is known'],
      roles.map(({ roleName, servicePrincipal, source }) => [
        code(roleName),
        code(servicePrincipal),
        citation(source),
      ]),
    ),
    `Whoever causes the role to be made needs (${rule(177)}):`,
    json(createRole(roles)),
  ].join('\n\n');
}

/** @param {ServiceDescription['serviceRoles']} operations */
function operationTable(operations) {
  return table(
    ['operation', 'parameter with the role', 'service that assumes it'],
    operations.map(({ operation, parameter, passedToServices }) => [
      nameCode(operation),
      nameCode(parameter),
      passedToServices.length === 0 ? 'not known' : passedToServices.map(nameCode).join(' or '),
    ]),
  );
}

/** @param {readonly string[]} principals */
function passRole(principals) {
  const statement = {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::111122223333:role/NAME',
    Condition: { StringEquals: { 'iam:PassedToService': one(principals) } },
  };
  return `The table need not be complete. A statement that lets a caller pass one role to this service:\n\n${json(statement)}`;
}

/** @param {ServiceDescription['serviceLinkedRoles']} roles */
function createRole(roles) {
  const principals = one([...new Set(roles.map(({ servicePrincipal }) => servicePrincipal))]);
  return {
    Effect: 'Allow',
    Action: 'iam:CreateServiceLinkedRole',
    Resource: one(
      roles.map(
        ({ servicePrincipal, roleName }) =>
          `arn:aws:iam::*:role/aws-service-role/${servicePrincipal}/${roleName}*`,
      ),
    ),
    Condition: { StringEquals: { 'iam:AWSServiceName': principals } },
  };
}

/**
 * A list of one is written without brackets.
 *
 * @param {readonly string[]} list
 */
function one(list) {
  return list.length === 1 ? list[0] : list;
}
