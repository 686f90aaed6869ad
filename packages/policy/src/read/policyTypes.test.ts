import { describe, expect, test } from 'vitest';
import type { PolicyType } from '../model/policy.ts';
import { parsePolicy } from './parsePolicy.ts';

const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const ALLOW_ALL_CALLERS = { ...ALLOW, Principal: '*' };
const TRUST = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '111122223333' } };

function findings(type: PolicyType | undefined, statement: object, document: object = {}): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement], ...document });
  return parsePolicy(text, { type }).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
}

describe.each(['identity', 'boundary', 'session'] as const)('S13, S24 to S26: %s', (type) => {
  test('takes neither Principal nor Id, and needs Resource', () => {
    expect(findings(type, ALLOW)).toEqual([]);
    expect(findings(type, ALLOW_ALL_CALLERS)).toEqual(['error unsupported-principal']);
    expect(findings(type, { ...ALLOW, Effect: 'Deny', NotPrincipal: '*' })).toEqual([
      'error unsupported-principal',
    ]);
    expect(findings(type, { ...ALLOW, Resource: undefined })).toEqual(['error missing-resource']);
    expect(findings(type, ALLOW, { Id: 'x' })).toEqual(['warning unsupported-id']);
  });
});

describe('without a type', () => {
  test('a statement may be one of any type', () => {
    expect(findings(undefined, ALLOW)).toEqual([]);
    expect(findings(undefined, ALLOW_ALL_CALLERS)).toEqual([]);
    expect(findings(undefined, TRUST)).toEqual([]);
    expect(findings(undefined, ALLOW, { Id: 'x' })).toEqual([]);
  });

  test('S15: neither Resource nor Principal is wrong in every type', () => {
    expect(findings(undefined, { Effect: 'Allow', Action: '*' })).toEqual(['error missing-resource']);
  });
});

describe('S27: trust', () => {
  test('needs Principal, takes neither NotPrincipal nor Resource', () => {
    expect(findings('trust', TRUST)).toEqual([]);
    expect(findings('trust', TRUST, { Id: 'x' })).toEqual([]);
    expect(findings('trust', { ...TRUST, Principal: undefined })).toEqual(['error missing-principal']);
    expect(findings('trust', { ...TRUST, Resource: '*' })).toEqual([
      'error role-trust-policy-syntax-error-resource',
    ]);
    expect(findings('trust', { ...TRUST, NotResource: '*' })).toEqual([
      'error role-trust-policy-syntax-error-resource',
    ]);
    expect(findings('trust', { ...TRUST, Effect: 'Deny', Principal: undefined, NotPrincipal: '*' })).toEqual([
      'error role-trust-policy-syntax-error-notprincipal',
    ]);
  });
});

describe('S28, S29: resource', () => {
  test('needs Principal or NotPrincipal; Resource may be left out', () => {
    expect(findings('resource', ALLOW_ALL_CALLERS)).toEqual([]);
    expect(findings('resource', { ...ALLOW_ALL_CALLERS, Resource: undefined })).toEqual([]);
    expect(findings('resource', { ...ALLOW, Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } })).toEqual(
      [],
    );
    expect(findings('resource', ALLOW)).toEqual(['error missing-principal']);
  });

  test('S28: CanonicalUser belongs to bucket policies', () => {
    expect(findings('resource', { ...ALLOW, Principal: { CanonicalUser: '79a5' } })).toEqual([]);
    expect(findings('trust', { ...TRUST, Principal: { CanonicalUser: '79a5' } })).toEqual([
      'warning unsupported-canonical-user',
    ]);
  });
});

describe('S30, S31: scp', () => {
  test('takes the whole language but Principal', () => {
    const whole = {
      Effect: 'Allow',
      NotAction: 'i?m:*Key*',
      NotResource: 'arn:aws:s3:::b',
      Condition: { Bool: { a: true } },
    };
    expect(findings('scp', { ...whole, NotAction: 'iam:*Key*' })).toEqual([]);
    expect(findings('scp', ALLOW_ALL_CALLERS)).toEqual(['error scp-syntax-error-principal']);
    expect(findings('scp', { ...ALLOW, NotPrincipal: '*', Effect: 'Deny' })).toEqual([
      'error scp-syntax-error-principal',
    ]);
  });

  test('S31: needs the 2012 version', () => {
    expect(findings('scp', ALLOW, { Version: undefined })).toEqual(['warning scp-version']);
    expect(findings('scp', ALLOW, { Version: '2008-10-17' })).toEqual(['warning scp-version']);
    expect(findings('scp', ALLOW, { Version: '2011-01-01' })).toEqual(['error invalid-version']);
  });
});

describe('S31, S32: rcp', () => {
  const deny = { ...ALLOW_ALL_CALLERS, Effect: 'Deny' };

  test('denies everybody', () => {
    expect(findings('rcp', deny)).toEqual([]);
    expect(findings('rcp', deny, { Version: undefined })).toEqual(['warning rcp-version']);
    expect(findings('rcp', ALLOW_ALL_CALLERS)).toEqual(['warning rcp-effect']);
    const full = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
    expect(findings('rcp', full)).toEqual([]);
    expect(findings('rcp', { ...full, Action: ['*'] })).toEqual([]);
    expect(findings('rcp', { ...full, Action: ['*', 's3:*'] })).toEqual(['warning rcp-effect']);
    const Condition = { Bool: { 'aws:SecureTransport': true } };
    for (const less of [{ Action: 's3:*' }, { Resource: 'arn:aws:s3:::b' }, { Condition }]) {
      expect(findings('rcp', { ...full, ...less })).toEqual(['warning rcp-effect']);
    }
    expect(findings('rcp', { ...deny, Principal: { AWS: '*' } })).toEqual(['warning rcp-principal']);
    expect(findings('rcp', { ...deny, Principal: undefined })).toEqual(['error missing-principal']);
  });

  test('has no negations', () => {
    expect(findings('rcp', { ...deny, Principal: undefined, NotPrincipal: '*' })).toEqual([
      'error rcp-notprincipal',
    ]);
    expect(findings('rcp', { ...deny, Action: undefined, NotAction: 's3:*' })).toEqual([
      'error rcp-notaction',
    ]);
    expect(findings('rcp', { ...deny, Resource: undefined, NotResource: 'arn:aws:s3:::b' })).toEqual([]);
  });
});

describe('S33: vpcEndpoint', () => {
  test('needs Principal and Resource', () => {
    expect(findings('vpcEndpoint', ALLOW_ALL_CALLERS)).toEqual([]);
    expect(findings('vpcEndpoint', ALLOW)).toEqual(['error missing-principal']);
    expect(findings('vpcEndpoint', { ...ALLOW_ALL_CALLERS, Resource: undefined })).toEqual([
      'error missing-resource',
    ]);
  });
});

test('S34: NotPrincipal with Allow warns, since it evaluates', () => {
  const statement = { ...ALLOW, NotPrincipal: { AWS: '111122223333' } };
  expect(findings('resource', statement)).toEqual(['warning allow-with-notprincipal']);
  expect(findings('resource', { ...statement, Effect: 'Deny' })).toEqual([]);
});
