import { code, codes, json, rule } from '../markdown.js';

/** @import { ServiceDescription } from '@policywright/catalog' */

const RESOURCE_TAG = 'aws:ResourceTag/${TagKey}';

/**
 * What policies can ask of tags.
 *
 * @param {ServiceDescription} description
 */
export function tagSection({ prefix, tags }) {
  const { keys, resourceTypes, onCreate, tagging } = tags;
  if (keys.length === 0) return 'No action of this service has condition keys for tags.';
  const without = resourceTypes.filter((type) => !type.keys.includes(RESOURCE_TAG));
  return [
    `Policies can ask for tags with ${keys.map(code).join(', ')} (${rule(182)}).${exceptions(resourceTypes, without)}`,
    ...actionsThat('Requests of these actions can carry tags for what they make:', onCreate),
    ...actionsThat('These actions add and remove tags:', tagging),
    ...(without.length === resourceTypes.length ? [] : [example(prefix)]),
  ].join('\n\n');
}

/**
 * @param {string} text
 * @param {readonly string[]} actions
 */
function actionsThat(text, actions) {
  return actions.length === 0 ? [] : [text, codes(actions, 'actions')];
}

/**
 * @param {ServiceDescription['tags']['resourceTypes']} all
 * @param {ServiceDescription['tags']['resourceTypes']} without
 */
function exceptions(all, without) {
  if (without.length === 0) return '';
  if (without.length === all.length)
    return ` No resource type has ${code(RESOURCE_TAG)}: only tags that a request carries can be asked for.`;
  const names = without.map(({ name }) => name);
  return ` These resource types do not have ${code(RESOURCE_TAG)}:\n\n${codes(names, 'types')}`;
}

/** @param {string} prefix */
function example(prefix) {
  const statement = {
    Effect: 'Deny',
    Action: `${prefix}:*`,
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
  };
  return `This statement denies whatever is not tagged with the caller's own team. It also denies requests that carry no such tag, listings among them (${rule(77)}), so name in \`Action\` only what it is meant for:\n\n${json(statement)}`;
}
