import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonNode } from '../json/jsonNode.ts';
import { parseJson } from '../json/parseJson.ts';
import { policyFromNode } from '../read/policyFromNode.ts';
import { extractPolicies, type ExtractedPolicy } from './extractPolicies.ts';

function extract(text: string): readonly ExtractedPolicy[] {
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('expected JSON');
  return extractPolicies(node, { text });
}

function* stringsIn(node: JsonNode): Generator<JsonNode & { readonly kind: 'string' }> {
  if (node.kind === 'string') yield node;
  if (node.kind === 'array') for (const item of node.items) yield* stringsIn(item);
  if (node.kind === 'object') {
    for (const { name, value } of node.members) {
      yield name;
      yield* stringsIn(value);
    }
  }
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\n', '\u{1F600}', 's3:*', '%22'),
);
const documents = fc.record({
  Version: fc.constant('2012-10-17'),
  Statement: fc.array(fc.record({ Effect: text, Action: fc.array(text), Sid: text }), { minLength: 1 }),
});

test('18: every part of an embedded document has its place in the file', () => {
  fc.assert(
    fc.property(documents, fc.nat(2), fc.nat(2), text, (document, inner, outer, before) => {
      const content = JSON.stringify(document, undefined, inner);
      const file = JSON.stringify({ [before]: before, policy: content }, undefined, outer);
      const [policy, ...others] = extract(file);
      if (policy === undefined || others.length > 0) throw new Error('expected one policy');
      expect(policy.pointer).toBe('/policy');
      for (const { start, end, value } of stringsIn(policy.node)) {
        expect(JSON.parse(JSON.parse(`"${file.slice(start, end)}"`) as string)).toBe(value);
      }
    }),
  );
});

test('18: every part of a percent-encoded document has its place in the file', () => {
  fc.assert(
    fc.property(documents, fc.nat(2), (document, indent) => {
      const content = encodeURIComponent(JSON.stringify(document, undefined, indent));
      const file = JSON.stringify({ Document: content });
      const [policy] = extract(file);
      if (policy === undefined) throw new Error('expected a policy');
      for (const { start, end, value } of stringsIn(policy.node)) {
        expect(JSON.parse(decodeURIComponent(file.slice(start, end)))).toBe(value);
      }
    }),
  );
});

const NAMES = [
  'Statement',
  'Version',
  'Effect',
  'Principal',
  'Action',
  'Resource',
  'Condition',
  'Sid',
  'AWS',
  'StringEquals',
  'Ref',
  'Fn::If',
  'Fn::Sub',
  'Fn::Join',
  'Fn::GetAtt',
  'Type',
  'Properties',
  'PolicyDocument',
  'planned_values',
  'format_version',
  'provider',
  'iamRoleStatements',
  'resourcePolicy',
  'Auth',
  'ResourcePolicy',
  'CustomStatements',
  'IpRangeWhitelist',
  'SourceVpcBlacklist',
  'AwsAccountWhitelist',
  'Fn::ForEach::X',
  'Fn::Transform',
  'TemplateBody',
  'SourceArn',
  'Key',
  'resource_changes',
  'configuration',
  'root_module',
  'resources',
  'child_modules',
  'module_calls',
  'module',
  'address',
  'mode',
  'type',
  'values',
  'change',
  'after_unknown',
  'expressions',
  'statement',
  'actions',
  'principals',
  'identifiers',
  'condition',
  'constant_value',
  'references',
  'policy',
  'PolicyVersionList',
  'IsDefaultVersion',
];
const scalars = fc.oneof(
  fc.constantFrom(
    '*',
    'Allow',
    '2012-10-17',
    'AWS::NoValue',
    'AWS::IAM::Role',
    'AWS::Lambda::Permission',
    'AWS::Events::EventBusPolicy',
    'aws_iam_policy',
    'aws_iam_policy.a["b"]',
    'aws_iam_policy_document',
    'data.aws_iam_policy_document.d.json',
    'data',
    '{{ x }}',
    '${A}-${!b}',
    '{"Statement":{"Effect":"x"}}',
    '%7B"Statement":1}',
  ),
  fc.string(),
  fc.constantFrom(null, true, 3),
);
const files = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    scalars,
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 2 },
    { arbitrary: fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4 }), weight: 4 },
  ),
})).value;
/** A template around it makes intrinsics mean something. */
const templates = fc.oneof(
  files.map((PolicyDocument) => ({
    Resources: { A: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } } },
  })),
  files.map((Properties) => ({ Resources: { A: { Type: 'AWS::Lambda::Permission', Properties } } })),
  files.map((ResourcePolicy) => ({ Auth: { ResourcePolicy } })),
  fc.tuple(files, files, files).map(([values, parts, expressions]) => {
    const data = { address: 'data.aws_iam_policy_document.d', type: 'aws_iam_policy_document', mode: 'data' };
    const policy = { address: 'aws_iam_policy.p', type: 'aws_iam_policy', mode: 'managed' };
    const use = { policy: { references: [`${data.address}.json`] } };
    return {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            { ...data, values },
            { ...policy, values: {} },
          ],
        },
      },
      resource_changes: [
        { ...data, change: { after_unknown: parts } },
        { ...policy, change: { after_unknown: { policy: true } } },
      ],
      configuration: {
        root_module: {
          resources: [
            { ...data, expressions },
            { ...policy, expressions: use },
          ],
        },
      },
    };
  }),
);

test('18: of any file whatever is extracted lies inside it, and neither step throws', () => {
  fc.assert(
    fc.property(fc.oneof(files, templates), (file) => {
      const source = JSON.stringify(file);
      for (const { node, type, isUnknown, placeOf } of extract(source)) {
        expect(node.start).toBeGreaterThanOrEqual(0);
        expect(node.end).toBeLessThanOrEqual(source.length);
        const { diagnostics } = policyFromNode(node, { text: source, type, isUnknown });
        for (const { range, severity, path } of diagnostics) {
          expect(range?.end.offset).toBeLessThanOrEqual(source.length);
          expect(placeOf(path)).toMatch(/^(?:$|\/)/);
          expect(severity === 'warning' && isUnknown(path)).toBe(false);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

/** Statements that are right but for intrinsics anywhere in their values. */
const intrinsics = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<unknown>(
      { Ref: 'A' },
      { 'Fn::GetAtt': ['A', 'Arn'] },
      { 'Fn::Sub': '${A}/${!aws:username}' },
    ),
    fc.tuple(tie('value'), tie('value')).map((branches) => ({ 'Fn::If': ['C', ...branches] })),
    fc.array(tie('value'), { minLength: 1, maxLength: 2 }).map((parts) => ({ 'Fn::Join': ['', parts] })),
  ),
})).value;
const or = (value: unknown): fc.Arbitrary<unknown> => fc.oneof(fc.constant(value), intrinsics);
const unknowns = fc.record(
  {
    Sid: or('S'),
    Effect: or('Allow'),
    Principal: fc.oneof(intrinsics, fc.record({ AWS: or('111122223333') })),
    Action: fc.oneof(intrinsics, fc.array(or('s3:*'), { minLength: 1 })),
    Resource: fc.oneof(intrinsics, fc.array(or('*'), { minLength: 1 })),
    Condition: fc.oneof(
      intrinsics,
      fc.record({ StringEquals: fc.oneof(intrinsics, fc.record({ 'aws:a': or('x') })) }),
    ),
  },
  { requiredKeys: ['Effect', 'Principal', 'Action', 'Resource'] },
);

test('intrinsics are unknown values, never findings', () => {
  fc.assert(
    fc.property(
      fc.array(unknowns, { minLength: 1, maxLength: 2 }),
      or('2012-10-17'),
      (statements, Version) => {
        const PolicyDocument = { Version, Statement: statements };
        const source = JSON.stringify({
          Resources: { A: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument } } },
        });
        const [policy] = extract(source);
        if (policy === undefined) throw new Error('expected a policy');
        const { node, type, isUnknown } = policy;
        const { diagnostics } = policyFromNode(node, { text: source, type, isUnknown });
        expect(diagnostics.filter(({ code }) => code !== 'unique-sids-required')).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});
