import { code, codes, link, rule, table } from '../markdown.js';

/** @import { ServiceDescription } from '@policywright/catalog' */

/** @type {Readonly<Record<string, string>>} */
const OPERATORS = {
  String: 'String…',
  ARN: 'Arn…',
  Bool: 'Bool',
  Numeric: 'Numeric…',
  Date: 'Date…',
  IPAddress: 'IpAddress',
  Binary: 'BinaryEquals',
};

/**
 * The condition keys that requests to a service may carry besides the global ones.
 *
 * @param {ServiceDescription} description
 */
export function keySection({ conditionKeys }) {
  const own = conditionKeys.filter((key) => key.own).length;
  const global = `The [global keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html), such as ${code('aws:PrincipalArn')}, apply as they do everywhere.`;
  if (conditionKeys.length === 0) return `The service has no keys of its own. ${global}`;
  return [
    `${own === 0 ? 'The service has no keys of its own; these global ones its actions list.' : `${own} of these are the service's own.`} Keys are written in any letter case (${rule(73)}); one that is missing from a request makes most conditions false (${rule(76)}). ${global}`,
    table(
      ['key', 'type', 'operators', 'values in a request', 'actions', 'resource types'],
      conditionKeys.map(({ name, wordsFromName, url, type, multivalued, actions, resourceTypes }) => [
        `${link(code(name), url)}<br>${wordsFromName}`,
        type,
        OPERATORS[type] ?? type,
        multivalued ? `several: ${rule(87)}` : 'one',
        actions.length,
        codes(resourceTypes, 'types'),
      ]),
    ),
  ].join('\n\n');
}
