import { isNoArn } from '@policywright/policy';
import { isOfSomeType } from '../../facts/resourceFormats.ts';
import { serviceFields } from '../../data/arnServices.ts';
import { arnFormatsOf } from '../../facts/arnFormats.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import { isExtraArn } from './isExtraArn.ts';

/**
 * Whether a rule about ARNs objects to a resource whatever the actions: it is no ARN, names nothing, or is of no type that its service
 * has. What it was meant for is then not known.
 */
export function isFaultyArn(facts: ResourceFacts): boolean {
  if (isNoArn(facts.widened) || facts.fields[5] === '') return true;
  const service = facts.fields[2] ?? '';
  if (facts.fields[0] !== 'arn' || /[*?]/.test(service)) return false;
  if (facts.fields.length >= FIELDS_WITH_SERVICE && !serviceFields().has(service)) return true;
  return facts.isArn && arnFormatsOf(service).length > 0 && !isOfSomeType(facts) && !isExtraArn(facts);
}

/** A short ARN has a service where something is behind it (rule S52). */
const FIELDS_WITH_SERVICE = 4;
