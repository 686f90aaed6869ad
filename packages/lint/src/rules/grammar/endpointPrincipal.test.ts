import type { EndpointType } from '@policywright/policy';
import { expect, test } from 'vitest';
import { lintText } from '../../index.ts';

function paths(Action: string, endpointType?: EndpointType): readonly string[] {
  const Principal = { AWS: 'arn:aws:iam::111122223333:user/u' };
  const Statement = [{ Effect: 'Allow', Principal, Action, Resource: '*' }];
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  const { findings } = lintText(text, { type: 'vpcEndpoint', endpointType });
  return findings.flatMap(({ code, path }) => (code === 'endpoint-principal' ? [path] : []));
}

const FOUND = ['/Statement/0/Principal/AWS'];

test('S33: principals are objected to in policies of gateway endpoints, and of those that can be', () => {
  expect(paths('s3:GetObject')).toEqual(FOUND);
  expect(paths('dynamodb:GetItem')).toEqual(FOUND);
  expect(paths('s3express:CreateSession')).toEqual(FOUND);
  expect(paths('sqs:SendMessage')).toEqual([]);
  expect(paths('s3:GetObject', 'gateway')).toEqual(FOUND);
  expect(paths('sqs:SendMessage', 'gateway')).toEqual(FOUND);
  expect(paths('s3:GetObject', 'interface')).toEqual([]);
});
