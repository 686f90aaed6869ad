import { lintText } from '@policywright/lint';
import type { ContextDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, scenarioOf } from './ask.ts';
import { check } from './check.ts';

/** Operators of one family, values that they can read in a request, and values that look like those of a policy. */
interface Family {
  readonly operators: readonly string[];
  readonly key: string;
  readonly requests: readonly (string | undefined)[];
  readonly values: readonly string[];
  /** What lint says of a value that the family cannot read. */
  readonly code: string;
}

const FAMILIES: readonly Family[] = [
  {
    operators: ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericGreaterThanEquals'],
    key: 'aws:MultiFactorAuthAge',
    requests: ['1', '500', '-3.5'],
    values: ['5', '010', '-0.50', '1e3', '+5', '.5', '1e', ''],
    code: 'type-mismatch-number',
  },
  {
    operators: ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateGreaterThanEquals'],
    key: 'aws:CurrentTime',
    requests: ['1971-01-01T00:00:00Z', '2025-01-01', '2600-01-01'],
    values: ['2025-01-31', '2025-01', '2025-01-01T10:00:00+01:00', '2025-01-01T10:00Z', '1735689600.5', ''],
    code: 'type-mismatch-date',
  },
  {
    operators: ['Bool'],
    key: 'aws:SecureTransport',
    requests: ['true', 'False'],
    values: ['true', 'FALSE', 'yes', ''],
    code: 'type-mismatch-boolean',
  },
  {
    operators: ['Null'],
    key: 'aws:TokenIssueTime',
    requests: [undefined, 'x'],
    values: ['true', 'False', 'null', ''],
    code: 'type-mismatch-boolean',
  },
  {
    operators: ['BinaryEquals'],
    key: 'kms:RecipientAttestation:PCR0',
    requests: ['QmluYXJ5', 'YQ==', ''],
    values: ['QmluYXJ5', 'YQ==', 'YQ', '-_8', '='],
    code: 'type-mismatch-string',
  },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    key: 'aws:SourceIp',
    requests: ['10.1.2.3', '2001:db8::1'],
    values: ['10.0.0.0/8', '10.1.2.3', '2001:db8::/32', '::1', '::ffff:10.1.2.3/104', '10.1.2.3/32'],
    code: 'type-mismatch-ip-range',
  },
  {
    operators: ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'],
    key: 'aws:PrincipalArn',
    requests: ['arn:aws:iam::111122223333:role/a', 'arn:aws:s3:::b'],
    values: ['arn:aws:iam::*:role/a', 'arn:*:*:*:*:*', '*:aws:s3:::b', 'arn:aws:s3::', '111122223333', '*'],
    code: 'invalid-arn-for-operator',
  },
];

/** A value as it is, or with one character less, more or another. */
function nearly(values: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.tuple(
    fc.nat(40),
    fc.nat(1),
    fc.constantFrom('', '0', '9', ':', '-', '+', '/', '.', '=', '*', ' '),
  );
  return fc.tuple(fc.constantFrom(...values), fc.option(edit)).map(([value, change]) => {
    if (change === null) return value;
    const [place, removed, added] = change;
    const index = place % (value.length + 1);
    return value.slice(0, index) + added + value.slice(index + removed);
  });
}

/** Whether a condition can be told: it lets an Allow apply, or keeps a Deny from applying. */
function isTold(operator: string, key: string, asked: { value: string; context: ContextDocument }): boolean {
  const Condition = { [operator]: { [key]: asked.value } };
  const allow = scenarioOf({ statement: { Condition }, context: asked.context });
  const deny = scenarioOf({ statement: { Effect: 'Deny', Condition }, context: asked.context });
  return decide(allow) === 'Allow' || decide(deny) !== 'ExplicitDeny';
}

test.each(FAMILIES)('24: $code names the values with which nothing can be told, and no others', (family) => {
  const { operators, key, requests, values, code } = family;
  const seen = { told: 0, untold: 0 };
  check(
    fc.property(fc.constantFrom(...operators), nearly(values), (operator, value) => {
      const told = requests.map((request) =>
        isTold(operator, key, { value, context: request === undefined ? {} : { [key]: request } }),
      );
      const Statement = {
        Effect: 'Deny',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { [operator]: { [key]: value } },
      };
      const text = JSON.stringify({ Version: '2012-10-17', Statement });
      const { findings } = lintText(text, { type: 'identity' });
      const pointer = `/Statement/Condition/${operator}/${key}`;
      const isNamed = findings.some((finding) => finding.code === code && finding.path === pointer);
      seen[isNamed ? 'untold' : 'told'] += 1;
      // A number of four digits may be told beside one request and not beside another (S100).
      if (isNamed) expect(told).not.toContain(true);
      else expect(told).toContain(true);
    }),
  );
  expect(Math.min(seen.told, seen.untold)).toBeGreaterThan(20);
});
