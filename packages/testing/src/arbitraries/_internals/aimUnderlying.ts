import type { PolicySet, UnderlyingResource } from '@policywright/evaluator';
import { ACCOUNTS } from './alphabet.ts';
import type { Picker } from './picker.ts';
import { ACCESS_POINTS, BEHIND } from './serviceTargets.ts';

/** The part of a request that goes through an access point (rule S210). */
export interface ChainedRequest {
  readonly action: string;
  readonly resource: string;
  readonly underlying: readonly UnderlyingResource[];
}

const ACTIONS = ['s3:GetObject', 's3:ListBucket', 's3:GetObjectAcl', 's3:PutBucketPolicy'];

/** Aims a request through an access point, where the policy set is one of resources behind one another. */
export function aimUnderlying(
  { underlying }: PolicySet,
  aimed: Pick<ChainedRequest, 'action' | 'resource'>,
  picker: Picker,
): ChainedRequest | undefined {
  if (underlying === undefined) return undefined;
  const isOfS3 = aimed.action.toLowerCase().startsWith('s3:') || picker.number() % 4 === 0;
  return {
    action: isOfS3 ? aimed.action : picker.of(ACTIONS, aimed.action),
    resource: picker.number() % 4 === 0 ? aimed.resource : picker.of<string>(ACCESS_POINTS, aimed.resource),
    underlying: underlying.map((_, index) => behind(aimed.resource, picker, index)),
  };
}

function behind(aimed: string, picker: Picker, index: number): UnderlyingResource {
  const known = picker.of<string>(index === 0 ? BEHIND.slice(0, 2) : BEHIND, aimed);
  const resource = aimed.startsWith('arn:aws:s3:::') && picker.number() % 2 === 0 ? aimed : known;
  return picker.number() % 4 === 0
    ? { resource, resourceAccount: picker.of<string>(ACCOUNTS, '') }
    : { resource };
}
