import { cards, code, codes, count, json, link, rule, table } from '../markdown.js';
import { sampleArn } from './sampleArn.js';

/** @import { ServiceDescription } from '@policywright/catalog' */

/**
 * How policies name the resources of a service, and their types.
 *
 * @param {ServiceDescription} description
 */
export function resourceSection({ actions, resourceTypes }) {
  const { all, wildcardOnly } = actions;
  if (resourceTypes.length === 0)
    return `There are no resource types: only a statement whose \`Resource\` covers \`*\` allows an action of this service (${rule(47)}).`;
  const everywhere = wildcardOnly.length;
  const most = resourceTypes.toSorted((a, b) => b.actions.length - a.actions.length).slice(0, 2);
  const arns = most.map(sampleArn).filter((arn) => arn !== undefined);
  return [
    `Resources are named by ARN; \`*\` and \`?\` are wildcards (${rule(48)}). Several go in a list:`,
    json({ Resource: arns.length === 1 ? arns[0] : arns }),
    everywhere === 0
      ? 'Every action takes some type of resource.'
      : `${count(everywhere, 'action')} of ${all.length} are only allowed by a statement whose \`Resource\` covers \`*\`.`,
    cards(
      table(
        ['type', 'actions', 'ARN', 'condition keys'],
        resourceTypes.map(({ name, wordsFromName, url, actions: using, arnFormats, conditionKeys }) => [
          `${link(code(name), url)}<br>${wordsFromName}`,
          using.length,
          arnFormats.map(code).join('<br>'),
          codes(conditionKeys, 'keys'),
        ]),
      ),
    ),
  ].join('\n\n');
}
