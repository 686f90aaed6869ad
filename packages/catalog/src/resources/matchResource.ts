import { matchTemplate } from '../_internals/template.ts';
import type { ResourceType } from '../model/resourceType.ts';
import { formatsOf, splitArn } from './_internals/formats.ts';
import type { Format } from './_internals/formats.ts';

/** A resource type whose ARN format an ARN has. */
export interface ResourceMatch {
  readonly type: ResourceType;
  /** The format that matched, one of the type's. */
  readonly format: string;
  /** What the variables of the format stand for: `{ Partition: 'aws', ClusterName: 'web' }`. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Finds the resource types that an ARN can be of.
 *
 * Names may hold `/` and `:` for some services (log groups, repositories), and no format says for which. So a
 * reading in which no name holds one wins over those in which one does, and of several readings the format that
 * says most comes first, and one that another one continues is left out: `arn:aws:s3:::bucket/key` is an object. Of equal ones, the type of the service that the
 * ARN names comes before those of services that only refer to it, as EC2 does to roles.
 *
 * @param arn - a whole ARN; wildcards in it are taken as part of the names.
 * @returns the best readings first; empty for a text that is no ARN of the catalog.
 */
export function matchResource(arn: string): readonly ResourceMatch[] {
  const fields = splitArn(arn);
  if (fields.length < 6 || fields[0] !== 'arn') return [];
  const readings = formatsOf(fields[2] ?? '').flatMap((format) => readAs(format, fields) ?? []);
  const plain = readings.filter((reading) => reading.plain);
  return (plain.length > 0 ? plain : readings.filter((reading) => !isCutShort(reading, readings)))
    .toSorted((a, b) => b.format.literalLength - a.format.literalLength || owns(b) - owns(a))
    .map(({ format, variables }) => ({ type: format.type, format: format.format, variables }));
}

interface Reading {
  readonly format: Format;
  readonly variables: Readonly<Record<string, string>>;
  /** Whether no name in the resource part holds a separator. */
  readonly plain: boolean;
}

/** Whether another reading goes on where this one takes the rest for a name: an object's ARN is not its bucket's. */
function isCutShort({ format }: Reading, readings: readonly Reading[]): boolean {
  return readings.some(
    (other) =>
      other.format.format.startsWith(`${format.format}/`) ||
      other.format.format.startsWith(`${format.format}:`),
  );
}

/** 1 where the type is defined by the service that its ARNs name, else 0. */
function owns({ format }: Reading): number {
  return format.fields[1]?.literals[0] === format.type.service ? 1 : 0;
}

function readAs(format: Format, [, ...parts]: readonly string[]): Reading | undefined {
  const variables: Record<string, string> = {};
  let plain = true;
  for (const [index, template] of [...format.fields, format.resource].entries()) {
    const values = matchTemplate(template, parts[index] ?? '');
    if (values === undefined) return undefined;
    for (const [position, value] of values.entries()) {
      const name = template.variables[position] ?? '';
      if (name !== '') variables[name] = value;
      if (template === format.resource && name !== '' && /[/:]/.test(value)) plain = false;
    }
  }
  return { format, variables, plain };
}
