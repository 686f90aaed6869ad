import { arnVariables, formatResourceArn } from '@policywright/catalog';

/** @import { ResourceType } from '@policywright/catalog' */

const SAMPLE = { Region: 'eu-west-1', Account: '111122223333' };

/**
 * The ARN of a resource type with a star for each part that the resource names.
 *
 * @param {ResourceType} type
 */
export function sampleArn(type) {
  return arnOf(type, '*');
}

/**
 * The ARN of one resource of a type, or a pattern.
 *
 * @param {ResourceType} type
 * @param {string} name - of each part that the resource names.
 */
export function arnOf(type, name) {
  const names = Object.fromEntries(
    arnVariables(type).map((variable) => [variable, partNamed(variable) ?? name]),
  );
  return formatResourceArn(type, { ...names, Partition: 'aws', ...SAMPLE });
}

/**
 * Some services have their own word for the account or the Region.
 *
 * @param {string} variable
 */
function partNamed(variable) {
  if (/account(id)?$/i.test(variable)) return SAMPLE.Account;
  return /^region$/i.test(variable) ? SAMPLE.Region : undefined;
}
