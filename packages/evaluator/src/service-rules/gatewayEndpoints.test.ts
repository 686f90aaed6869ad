import { describe, expect, test } from 'vitest';
import { decideWith } from '../_testing/decideWith.ts';

const ACCOUNT = '111122223333';
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app/s`;
const TABLE = { action: 'dynamodb:GetItem', resource: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/t` };

describe('S33: principals in the policy of a gateway endpoint', () => {
  const by = (Principal: unknown, rest: object = {}): string =>
    decideWith({ principal: SESSION, identity: [{}], vpcEndpoint: [{ Principal }], ...rest });

  test('an account is its root user only', () => {
    for (const AWS of [ACCOUNT, ROOT]) {
      expect(by({ AWS })).toBe('ImplicitDeny');
      expect(by({ AWS }, { principal: ROOT })).toBe('Allow');
      expect(by({ AWS }, TABLE)).toBe('ImplicitDeny');
    }
  });

  test('a user or role is nobody, everyone is everyone', () => {
    expect(by({ AWS: `arn:aws:iam::${ACCOUNT}:role/app` })).toBe('ImplicitDeny');
    expect(by({ AWS: SESSION })).toBe('ImplicitDeny');
    expect(by('*')).toBe('Allow');
    const condition = {
      Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/app` } },
    };
    const context = { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/app` };
    expect(by('*', { vpcEndpoint: [{ Principal: '*', ...condition }], context })).toBe('Allow');
  });

  test('a Deny keeps the wide reading', () => {
    const vpcEndpoint = [{ Principal: '*' }, { Effect: 'Deny', Principal: { AWS: ACCOUNT } }];
    expect(by('*', { vpcEndpoint })).toBe('ExplicitDeny');
  });

  test('interface endpoints read principals as usual', () => {
    const flags = { endpointType: 'interface' };
    expect(by({ AWS: ACCOUNT }, { flags })).toBe('Allow');
    const queue = { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:q` };
    expect(by({ AWS: ACCOUNT }, queue)).toBe('Allow');
    expect(by({ AWS: ACCOUNT }, { ...queue, flags: { endpointType: 'gateway' } })).toBe('ImplicitDeny');
  });

  test('leaves other policies alone', () => {
    expect(
      decideWith({
        principal: SESSION,
        identity: [{}],
        resourcePolicy: [{ Effect: 'Deny', Principal: { AWS: ACCOUNT } }],
      }),
    ).toBe('ExplicitDeny');
  });
});
