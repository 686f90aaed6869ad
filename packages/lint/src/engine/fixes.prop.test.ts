import { compileArnPattern, compileGlob } from '@policywright/arn';
import { parsePolicy, type Statement } from '@policywright/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFixes, lintText, RULES, type Finding } from '../index.ts';

const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:GetObjectAcl', 'iam:PassRole', 'ec2:RunInstances'];
const RESOURCES = [
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/a',
  'arn:aws:s3:::b/a/c',
  'arn:aws:s3:::c',
  'arn:aws:s3:::b/c',
  '*',
];

const actions = fc.constantFrom(
  '*',
  's3:*',
  's3:Get*',
  's3:GetObject',
  'S3:getobject',
  's3:*Object',
  's3:Get?bject',
  'iam:*',
  '*:*',
);
const resources = fc.constantFrom(
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/a',
  'arn:aws:s3:::?/*',
  'arn:aws:s3:::b/${aws:username}',
  'arn:*:s3:::b/*',
  'arn:aws:S3:::b/a',
);
const several = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item | Item[]> =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 5 }));
const condition = fc.constantFrom(
  { IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } },
  { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '203.0.113.9/24', '198.51.100.1/32'] } },
  { Bool: { 'aws:SecureTransport': 'true' } },
);
const statement = fc
  .tuple(
    fc.record({ Effect: fc.constantFrom('Allow', 'Deny') }),
    fc.oneof(
      several(actions).map((Action) => ({ Action })),
      several(actions).map((NotAction) => ({ NotAction })),
    ),
    fc.oneof(
      several(resources).map((Resource) => ({ Resource })),
      several(resources).map((NotResource) => ({ NotResource })),
    ),
    fc.record({ Sid: fc.constantFrom('', 'A'), Condition: condition }, { requiredKeys: [] }),
  )
  .map((parts): object => Object.assign({}, ...parts));
const documents = fc
  .record(
    {
      Version: fc.constantFrom('2012-10-17', '2008-10-17'),
      Statement: fc.array(statement, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['Statement'] },
  )
  .map((value) => JSON.stringify(value, null, 1));

/** Which kinds of statement apply to each request: where they are the same, so is every decision. */
function whatApplies(text: string): readonly string[] {
  const parsed = parsePolicy(text);
  if (!parsed.ok) return ['unreadable'];
  const { statements, version } = parsed.policy;
  // A variable stands for some text: here for one of a resource.
  const variable = version === '2012-10-17' ? 'c' : '$';
  return ACTIONS.flatMap((action) =>
    RESOURCES.map((resource) => {
      const kinds = statements.filter((at) => applies(at, { action, resource, variable })).map(kindOf);
      return [...new Set(kinds)].toSorted().join('; ');
    }),
  );
}

function applies(
  { action, resource }: Statement,
  request: { readonly action: string; readonly resource: string; readonly variable: string },
): boolean {
  const onAction = action.values.some((text) =>
    compileGlob(text, { ignoreCase: true }).matches(request.action),
  );
  const onResource = resource?.values.some((text) => {
    const pattern = text.replace('${aws:username}', request.variable);
    return compileArnPattern(pattern, { dialect: 'resource' }).matches(request.resource);
  });
  return onAction !== action.negated && onResource !== resource?.negated;
}

function kindOf({ effect, conditions }: Statement): string {
  const ranges = (values: readonly string[]): readonly string[] =>
    [...new Set(values.map((text) => text.replace(/\.\d+\/24$/, '.0/24')))].toSorted();
  return `${effect} ${JSON.stringify(conditions.map(({ operator, key, values }) => [operator.text, key, ranges(values)]))}`;
}

const counted = (findings: readonly Finding[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
};

const REDUNDANT: ReadonlySet<string> = new Set(
  RULES.filter(({ id }) => /^redundant-(?:action|resource|statement|across-statements)$/.test(id)).map(
    ({ id }) => id,
  ),
);

/** Where a statement has more conditions than the one that covers it, one that nobody understands decides of itself. */
const ONE_LIST: ReadonlySet<string> = new Set(['redundant-action', 'redundant-resource']);

/** Without the entry that another statement has too, those that are left may turn out to have no effect at all. */
const isLeftWithoutEffect = ({ code }: Finding, added: string): boolean =>
  code === 'redundant-across-statements' && added === 'statement-never-matches';

test('INVARIANT 21: a fix that says so keeps every decision, clears its finding and adds none', () => {
  let fixed = 0;
  fc.assert(
    fc.property(documents, (text) => {
      const { findings } = lintText(text, { type: 'identity' });
      const before = counted(findings);
      for (const finding of findings) {
        if (finding.fix?.keepsDecisions !== true) continue;
        fixed += 1;
        const result = applyFixes(text, [finding]).text;
        expect(whatApplies(result)).toEqual(whatApplies(text));
        const after = counted(lintText(result, { type: 'identity' }).findings);
        // What has lost an entry covers nothing until that is gone, so that others come to light.
        const mayReveal = 'redundant-across-statements';
        if (finding.code !== mayReveal)
          expect(after.get(finding.code) ?? 0).toBeLessThan(before.get(finding.code) ?? 0);
        for (const [code, count] of after)
          if (code !== mayReveal && !isLeftWithoutEffect(finding, code))
            expect([code, count <= (before.get(code) ?? 0)]).toEqual([code, true]);
      }
    }),
    { numRuns: 60 },
  );
  expect(fixed).toBeGreaterThan(50);
});

test('INVARIANT 21: what is redundant has a fix that removes it, and within a list keeps every decision', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { findings } = lintText(text, { type: 'identity' });
      for (const { code, fix } of findings)
        if (REDUNDANT.has(code))
          expect(fix).toMatchObject({ keepsDecisions: ONE_LIST.has(code) ? true : expect.any(Boolean) });
    }),
    { numRuns: 100 },
  );
  expect(REDUNDANT.size).toBe(4);
});
