import { expandActions } from '@policywright/catalog';
import { cards, code, codes, count, fold, json, link, nameCode, rule, table } from '../markdown.js';
import { readingVerb } from './samplePolicies.js';

/** @import { Action, DescribedAction, ServiceDescription } from '@policywright/catalog' */

/**
 * How policies name the actions of a service, and all of them.
 *
 * @param {ServiceDescription} description
 */
export function actionSection({ prefix, actions: facts }) {
  const { all: actions, byAccessLevel, permissionOnly, wildcardOnly } = facts;
  return [
    `Actions are written with the prefix ${code(`${prefix}:`)}, in any letter case (${rule(61)}). Name one, several in a list, or all that a wildcard matches:`,
    examples({ prefix, actions }),
    levels(byAccessLevel),
    `The words below a name, here and in the tables of resources and keys, are made from it by rule, since AWS's own sentences may not be repeated here; the link leads to them. A \`?\` after a resource type says that a request may leave it out; \`*\` says that only a statement whose \`Resource\` covers \`*\` allows the action (${rule(47)}). The keys of a resource type, in the table of [resources](#policy-resources), come in addition to those of the action.${permissionNote(permissionOnly)}${dependentsNote(actions)}`,
    ...only(wildcardOnly),
    cards(table(['action', 'resource types', 'condition keys, other actions needed'], actions.map(row))),
  ].join('\n\n');
}

/**
 * How many actions there are of each access level.
 *
 * @param {ServiceDescription['actions']['byAccessLevel']} byAccessLevel
 */
function levels(byAccessLevel) {
  const counts = byAccessLevel.map(({ accessLevel, actions }) => `${actions.length} ${accessLevel}`);
  return `By access level: ${counts.join(', ')}; an action of two levels counts at both.`;
}

/**
 * Actions for which no resource can be named, where the service has some.
 *
 * @param {ServiceDescription['actions']['wildcardOnly']} wildcardOnly
 */
function only(wildcardOnly) {
  // A list that is folded away stands outside of paragraphs.
  return wildcardOnly.length === 0
    ? []
    : ['Only `*` can be the resource of these:', codes(wildcardOnly, 'actions')];
}

/** @param {{ prefix: string, actions: readonly Action[] }} service */
function examples(service) {
  const { prefix, actions } = service;
  const reading = readingVerb(service);
  const parts = [json({ Action: shortest(actions) })];
  if (reading !== undefined) {
    const pattern = `${prefix}:${reading.verb}*`;
    parts.push(
      json({ Action: pattern }),
      `The pattern matches ${count(expandActions(pattern).length, 'action')}; new ones that AWS adds later are matched as well.`,
    );
  }
  return parts.join('\n\n');
}

/**
 * The names that people know best are short, and of a verb and a noun.
 *
 * @param {readonly Action[]} actions
 */
function shortest(actions) {
  const known = actions.filter(({ name }) => /[a-z][A-Z]/.test(name));
  const names = (known.length === 0 ? actions : known)
    .toSorted((a, b) => a.name.length - b.name.length)
    .map(({ fullName }) => fullName);
  return names.length === 1 ? names[0] : names.slice(0, 2);
}

/** @param {DescribedAction} action */
function row(action) {
  const {
    name,
    wordsFromName,
    fullName,
    url,
    accessLevels,
    permissionOnly,
    wildcardOnly,
    resourceTypes,
    conditionKeys,
  } = action;
  const types = resourceTypes.map((type) => code(type.name) + (type.required ? '' : '?'));
  const needed = dependentsOf(action);
  const lists = [
    ...(conditionKeys.length === 0 ? [] : [codes(conditionKeys, 'keys')]),
    ...(needed.length === 0 ? [] : [`also needs ${codes(needed, 'actions')}`]),
  ];
  return [
    `<a id="${fullName}"></a>${link(nameCode(name), url)}<br>${wordsFromName}<br>${accessLevels.join(', ')}${permissionOnly === true ? ', permission only' : ''}`,
    wildcardOnly ? code('*') : fold(types, 'types'),
    lists.join(lists[0]?.startsWith('<details>') === true ? '' : '<br>'),
  ];
}

/**
 * Actions that a caller needs as well, for some of the resources at least.
 *
 * @param {Action} action
 */
function dependentsOf({ dependentActions, resourceTypes: types }) {
  return [...new Set([...(dependentActions ?? []), ...types.flatMap((type) => type.dependentActions)])];
}

/** @param {ServiceDescription['actions']['permissionOnly']} permissionOnly */
function permissionNote(permissionOnly) {
  return permissionOnly.length > 0 ? ' “Permission only” means that no API operation has this name.' : '';
}

/**
 * The source of dependent actions is older than the actions.
 *
 * @param {readonly Action[]} actions
 */
function dependentsNote(actions) {
  const unknown = actions.filter(({ dependentActions }) => dependentActions === undefined).length;
  return unknown === 0
    ? ''
    : ` What else is needed is not known for ${count(unknown, 'action')} that ${unknown === 1 ? 'is' : 'are'} newer than the source of that column.`;
}
