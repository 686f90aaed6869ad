import { expect, test } from 'vitest';
import { parsePolicy } from '../read/parsePolicy.ts';
import { abbreviatedApiResource } from './abbreviatedApiResource.ts';
import type { PolicyType } from './policy.ts';

test('the abbreviation of a resource of an API is what follows the id of the API', () => {
  expect(abbreviatedApiResource('execute-api:/prod/GET/pets')).toBe('/prod/GET/pets');
  expect(abbreviatedApiResource('execute-api:/*')).toBe('/*');
});

test.each(['execute-api:*', 'execute-api:prod/GET', 'Execute-api:/*', 'apigateway:/*', '/prod/GET', '*', ''])(
  '%s is no abbreviation',
  (text) => {
    expect(abbreviatedApiResource(text)).toBeUndefined();
  },
);

const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: ['execute-api:/*'] };
const codesOf = (members: object, type?: PolicyType): readonly string[] =>
  parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...members }] }), {
    type,
  }).diagnostics.map(({ code }) => code);

test('S46: the policy of a resource may have abbreviations, where its type is named and where it is not', () => {
  expect(codesOf({ Principal: '*' }, 'resource')).toEqual([]);
  expect(codesOf({ Principal: '*' })).toEqual([]);
  expect(codesOf({ NotPrincipal: { AWS: '111122223333' }, Effect: 'Deny' })).toEqual([]);
  expect(codesOf({ Principal: '*', Resource: ['execute-api:/*', 'execute-api:*'] }, 'resource')).toEqual([
    'invalid-arn-prefix',
  ]);
});

test.each<[object, PolicyType | undefined]>([
  [{}, 'identity'],
  [{}, undefined],
  [{}, 'boundary'],
  [{}, 'session'],
  [{}, 'scp'],
  [{ Principal: '*', Effect: 'Deny' }, 'rcp'],
  [{ Principal: '*' }, 'vpcEndpoint'],
])('S46: in others they match nothing: %j, type %s', (members, type) => {
  expect(codesOf(members, type)).toContain('invalid-arn-prefix');
});
