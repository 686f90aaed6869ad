import { describe, expect, test } from 'vitest';
import { lintText } from '../index.ts';
import type { PolicyType } from '@policywright/policy';

const DENY = {
  Effect: 'Deny',
  Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f67890' } },
};

function found(statements: readonly object[], type?: PolicyType): readonly (readonly [string, string])[] {
  const Statement = statements.map((members) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    ...members,
  }));
  const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), { type });
  return findings.map(({ code, path }) => [code, path]);
}

describe('S46: an abbreviated resource of API Gateway in a resource policy', () => {
  test('draws findings about who may call only, whether the type is named or not', () => {
    const open = { Resource: ['execute-api:/stage/GET/pets'] };
    for (const type of ['resource', undefined] as const) {
      expect(found([open], type)).toEqual([['public-principal', '/Statement/0/Principal']]);
      // A Deny to all but some fixes who may call.
      expect(found([open, { ...DENY, Resource: 'execute-api:/*' }], type)).toEqual([]);
    }
  });

  test('stands for the ARN of its API: an action of another service does not go with it', () => {
    const Principal = { AWS: '111122223333' };
    expect(
      found([{ Principal, Action: 's3:GetObject', Resource: 'execute-api:/*' }], 'resource'),
    ).toContainEqual(['action-resource-mismatch', '/Statement/0/Action']);
  });

  test('one that another takes in is redundant', () => {
    const Resource = ['execute-api:/*', 'execute-api:/prod/GET/pets'];
    expect(found([{ Principal: { AWS: '111122223333' }, Resource }], 'resource')).toEqual([
      ['redundant-resource', '/Statement/0/Resource/1'],
    ]);
  });
});

test.each(['identity', 'boundary', 'session'] as const)(
  'S46: in a policy of type %s it matches nothing',
  (type) => {
    const codes = found([{ Principal: undefined, Resource: ['execute-api:/*'] }], type);
    expect(codes).toContainEqual(['invalid-arn-prefix', '/Statement/0/Resource/0']);
    // What is no resource at all says nothing of the actions.
    expect(codes.map(([code]) => code)).not.toContain('action-resource-mismatch');
  },
);
