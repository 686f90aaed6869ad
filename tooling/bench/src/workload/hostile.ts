import { ACCOUNT } from './requests.ts';
import type { Workload } from './workload.ts';

/** A pattern, and a text on which a careless matcher takes for ever. */
export interface HostilePattern {
  readonly description: string;
  readonly pattern: string;
  readonly text: string;
}

const thousand = 'a'.repeat(1000);

/** Patterns that bring out the worst in matchers, each with a text of about 1,000 characters. */
export const HOSTILE_PATTERNS: readonly HostilePattern[] = [
  { description: '`a*a*a*a*b`', pattern: 'a*a*a*a*b', text: thousand },
  { description: '`a*` 999 times, then `b`', pattern: `${'a*'.repeat(999)}b`, text: thousand },
  { description: '`***a` 1,000 times', pattern: '***a'.repeat(1000), text: `${'a'.repeat(999)}b` },
  { description: '`*a` 3,000 times', pattern: '*a'.repeat(3000), text: thousand },
  { description: '`*?` 3,000 times', pattern: '*?'.repeat(3000), text: thousand },
  { description: '`*`, 500 times `a`, `b`', pattern: `*${'a'.repeat(500)}b`, text: thousand },
  { description: '`*`, 500 times `a`, `b*`', pattern: `*${'a'.repeat(500)}b*`, text: thousand },
  { description: '`*:` 500 times, then `b`', pattern: `${'*:'.repeat(500)}b`, text: ':'.repeat(1000) },
];

const caller = `arn:aws:iam::${ACCOUNT}:user/alice`;
const request = { principal: caller, action: 's3:GetObject', context: {} };

/** The mildest of the hostile patterns in a form that every peer can be asked. */
export const hostileWorkload: Workload = {
  name: 'hostile',
  description: '`a*a*a*a*b` against 1,000 times `a`',
  identity: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::bucket/a*a*a*a*b'] }],
  },
  callerArn: caller,
  allowed: [{ ...request, resource: 'arn:aws:s3:::bucket/aaaab' }],
  denied: [{ ...request, resource: `arn:aws:s3:::bucket/${thousand}` }],
};
