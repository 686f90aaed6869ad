import { dependentActions } from '@policywright/catalog';
import { cards, codes, escape, link, nameCode, prose, table } from '../markdown.js';

/** @import { OperationNeeds, NeededPermission, ServiceDescription } from '@policywright/catalog' */

/**
 * What calls are authorised for, where that is more than the action of their name.
 *
 * @param {ServiceDescription} description
 */
export function operationSection({ prefix, actions: { operations } }) {
  const further = furtherActions(prefix, operations);
  if (operations.length === 0 && further.length === 0)
    return 'Of no operation of this service it is known that it asks for more than the action of its own name.';
  return [
    'One call can be several checks. These operations ask for more than the action of their name, or for another one; all that a call needs must be allowed. What a role needs is asked when the service goes on with that role.',
    ...(operations.length === 0 ? [] : [operationTable(operations)]),
    ...(further.length === 0
      ? []
      : ['Besides, as AWS describes it in prose:', further.map((line) => `- ${line}`).join('\n')]),
    `\`policywright can ${prefix}:OPERATION --input request.json\` decides all of it for one request, with the roles that it names ([how](/guide/why-denied)).`,
  ].join('\n\n');
}

/** @param {readonly OperationNeeds[]} operations */
function operationTable(operations) {
  const rows = operations.map((operation) => [
    link(nameCode(operation.name), operation.url),
    needs(operation),
  ]);
  return cards(table(['operation', 'what it checks'], rows));
}

/** @param {OperationNeeds} operation */
function needs({ service, name, permissions }) {
  const always = permissions.filter(({ holder, need }) => holder === 'caller' && need === 'always');
  const perhaps = permissions.filter(({ holder, need }) => holder === 'caller' && need === 'perhaps');
  const some = permissions.filter(({ holder, need }) => holder === 'caller' && need === 'thisCall');
  const role = permissions.filter(({ holder }) => holder === 'role');
  const parts = [
    always.map(({ action }) => nameCode(action)).join(' '),
    ...grouped(some, `${service}:${name}`),
    ...grouped(role, `${service}:${name}`).map((text) => `the role: ${text}`),
    ...(perhaps.length === 0
      ? []
      : [
          `perhaps: ${codes(
            perhaps.map(({ action }) => action),
            'actions',
          )}`,
        ]),
  ];
  return parts.filter((part) => part !== '').join('<br>');
}

/**
 * Permissions by when they are needed, each group once.
 *
 * @param {readonly NeededPermission[]} permissions
 * @param {string} operation
 */
function grouped(permissions, operation) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const permission of permissions) {
    const when = whenOf(permission, operation);
    groups.set(when, [...(groups.get(when) ?? []), nameCode(permission.action)]);
  }
  return [...groups].map(([when, actions]) => actions.join(' ') + when);
}

/**
 * On what and when a permission is needed, as it follows its action.
 *
 * @param {NeededPermission} permission
 * @param {string} operation
 */
function whenOf({ action, when, conditions }, operation) {
  const known = dependentActions().find(
    (fact) => fact.action === operation && fact.dependentAction === action && fact.resource !== '*',
  );
  const values = Object.entries(conditions).map(
    ([key, list]) => ` with ${nameCode(key)} = ${list.map(nameCode).join(' or ')}`,
  );
  return `${known === undefined ? '' : ` on ${escape(known.resource)}`}${values.join('')}${when === undefined ? '' : `, when ${prose(when)}`}`;
}

/**
 * What actions need that are no operations.
 *
 * @param {string} prefix
 * @param {readonly OperationNeeds[]} operations
 */
function furtherActions(prefix, operations) {
  const told = new Set(operations.map(({ service, name }) => `${service}:${name}`));
  return dependentActions()
    .filter(({ action }) => action.startsWith(`${prefix}:`) && !told.has(action))
    .map(
      ({ action, dependentAction, holder, when }) =>
        `${nameCode(action)}: the ${holder} needs ${nameCode(dependentAction)}${when === undefined ? '' : `, when ${prose(when)}`}`,
    );
}
