import { splitArn } from '@policywright/arn/engine';
import { parseTemplate } from '../_internals/template.ts';
import type { ResourceType } from '../model/resourceType.ts';

/**
 * Makes the ARN of a resource: the first format of its type whose variables are all given, filled in.
 *
 * @param type - the resource type, of `getResourceType`.
 * @param variables - the value of each variable by name: `{ Region: 'eu-west-1', Account: '123456789012',
 * ClusterName: 'web' }`. `Partition` is `aws` if not given. Values may hold wildcards.
 * @returns the ARN, or `undefined` where a variable of every format is missing or empty, or where a colon in a
 * value would move the fields of the ARN.
 */
export function formatResourceArn(
  type: ResourceType,
  variables: Readonly<Record<string, string>>,
): string | undefined {
  const values = { Partition: 'aws', ...variables };
  for (const format of type.arnFormats) {
    const fields = splitArn(format).map((field) => fill(field, values));
    const wrong = fields.slice(0, 5).some((field) => field?.includes(':') !== false);
    if (!wrong && fields.every((field) => field !== undefined)) return fields.join(':');
  }
  return undefined;
}

function fill(text: string, values: Readonly<Record<string, string>>): string | undefined {
  const { literals, variables } = parseTemplate(text);
  let filled = literals[0] ?? '';
  for (const [index, name] of variables.entries()) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === '') return undefined;
    filled += value + (literals[index + 1] ?? '');
  }
  return filled;
}

/**
 * Lists the variables that the ARN formats of a type have, each once, in order of appearance.
 *
 * @param type - the resource type, of `getResourceType`.
 */
export function arnVariables(type: ResourceType): readonly string[] {
  return [...new Set(type.arnFormats.flatMap((format) => parseTemplate(format).variables))];
}
