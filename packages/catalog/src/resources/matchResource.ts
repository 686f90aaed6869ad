import { splitArn } from '@policywright/arn/engine';
import type { ResourceType } from '../model/resourceType.ts';
import { formatsOf } from './_internals/formats.ts';
import { shieldVariables } from './_internals/policyVariables.ts';
import { readArn, type Reading, type Separators } from './_internals/readArn.ts';

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
 * A name with a `/` or `:` that the names of its type never hold (`arnVariableFacts`) is no reading, so that
 * `arn:aws:s3:::bucket/key` is an object. Of what is left, a reading in which no name holds a separator wins over those
 * in which one does, one that another one continues is left out, and so is one whose names do not look like those of its
 * type where they look like those of another type of the service. Of several readings the format that says most comes
 * first; of equal ones, the type of the service that the ARN names comes before those of services that only refer to
 * it, as EC2 does to roles.
 *
 * @param arn - a whole ARN; wildcards and policy variables in it are taken as part of the names, and where no name could
 * hold its separators, a wildcard for parts of the ARN.
 * @returns the best readings first; empty for a text that is no ARN of the catalog.
 */
export function matchResource(arn: string): readonly ResourceMatch[] {
  const { text, restore } = shieldVariables(arn);
  const fields = splitArn(text);
  if (fields.length < 6 || fields[0] !== 'arn') return [];
  const formats = formatsOf(fields[2] ?? '');
  const readAll = (separators: Separators): readonly Reading[] =>
    formats.flatMap((format) => readArn(format, fields, separators) ?? []);
  let readings = readAll('of forms');
  if (readings.length === 0 && /[*?]/.test(text)) readings = readAll('any');
  const plain = readings.filter((reading) => reading.plain);
  const best = plain.length > 0 ? plain : readings.filter((reading) => !isCutShort(reading, readings));
  return best
    .filter((reading) => !isUnlikely(reading, best))
    .toSorted((a, b) => b.format.literalLength - a.format.literalLength || owns(b) - owns(a))
    .map(({ format, variables }) => ({
      type: format.type,
      format: format.format,
      variables: Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, restore(value)] as const),
      ),
    }));
}

/** Whether another reading goes on where this one takes the rest for a name: a version's ARN is not its function's. */
function isCutShort({ format }: Reading, readings: readonly Reading[]): boolean {
  return readings.some(
    (other) =>
      other.format.format.startsWith(`${format.format}/`) ||
      other.format.format.startsWith(`${format.format}:`),
  );
}

/** Whether the names look like those of another type of the service, and not of this one: `function:f:7` is a version. */
function isUnlikely({ format, names }: Reading, readings: readonly Reading[]): boolean {
  return (
    names === 'unlike' &&
    readings.some((other) => other.names === 'like' && other.format.type.service === format.type.service)
  );
}

/** 1 where the type is defined by the service that its ARNs name, else 0. */
function owns({ format }: Reading): number {
  return format.fields[1]?.literals[0] === format.type.service ? 1 : 0;
}
