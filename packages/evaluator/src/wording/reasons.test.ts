import { expect, test } from 'vitest';
import { authorizerOf, requestOf, type Situation } from '../_testing/decideWith.ts';
import { textOf } from '../phrase/textOf.ts';
import { reasonsOf } from './reasons.ts';

function reasons(situation: Situation): readonly string[] {
  const { layers } = authorizerOf(situation).explain(requestOf(situation));
  return layers
    .flatMap(({ statements }) => statements)
    .flatMap((statement) => reasonsOf(statement))
    .map(({ result, label, ref, phrase }) => `${result} ${ref} ${label}${textOf(phrase)}`);
}

test('each element and condition has its place in the policy set', () => {
  const Condition = { Bool: { 'aws:SecureTransport': 'true' }, Null: { 'aws:a/b~c': 'true' } };
  expect(reasons({ identity: [{ Condition }] })).toEqual([
    'true /identity/0/Statement/0/Action Action `*` covers `s3:GetObject`',
    'true /identity/0/Statement/0/Resource Resource `*` covers `arn:aws:s3:::reports/q1.csv`',
    'false /identity/0/Statement/0/Condition/Bool/aws:SecureTransport Bool: `aws:SecureTransport` must be `true`; the request does not have this key',
    'true /identity/0/Statement/0/Condition/Null/aws:a~1b~0c Null: `aws:a/b~c` is absent; the request does not have this key',
  ]);
});

test('a statement that lacks what its kind of policy needs says so first', () => {
  const [first] = reasons({ identity: [{ Principal: '*' }] });
  expect(first).toBe(
    'false /identity/0/Statement/0 Statement lacks an element that its kind of policy needs, or has one that it must not have',
  );
});
