import { cards, code, codes, json, rule, table } from '../markdown.js';
import { count } from './actionSection.js';
import { sampleArn } from './samplePolicy.js';

/** How policies name the resources of a service, and their types. */
export function resourceSection({ actions, resourceTypes }) {
  if (resourceTypes.length === 0)
    return `There are no resource types: only a statement whose \`Resource\` covers \`*\` allows an action of this service (${rule(47)}).`;
  const everywhere = actions.filter(({ wildcardOnly }) => wildcardOnly).length;
  const uses = ({ name }) =>
    actions.filter((action) => action.resourceTypes.some((type) => type.name === name)).length;
  const most = resourceTypes.toSorted((a, b) => uses(b) - uses(a)).slice(0, 2);
  const arns = most.map(sampleArn).filter((arn) => arn !== undefined);
  return [
    `Resources are named by ARN; \`*\` and \`?\` are wildcards (${rule(48)}). Several go in a list:`,
    json({ Resource: arns.length === 1 ? arns[0] : arns }),
    everywhere === 0
      ? 'Every action takes some type of resource.'
      : `${count(everywhere, 'action')} of ${actions.length} are only allowed by a statement whose \`Resource\` covers \`*\`.`,
    cards(
      table(
        ['type', 'ARN', 'condition keys'],
        resourceTypes.map(({ name, arnFormats, conditionKeys }) => [
          code(name),
          arnFormats.map(code).join('<br>'),
          codes(conditionKeys, 'keys'),
        ]),
      ),
    ),
  ].join('\n\n');
}
