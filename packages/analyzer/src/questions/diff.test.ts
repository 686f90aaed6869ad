import { describe, expect, test } from 'vitest';
import { allow, deny, policies } from './_testing/statements.ts';
import { diff } from './diff.ts';

describe('what is newly allowed', () => {
  test('S166: to the root user by no statement is told all the same', () => {
    const principal = 'arn:aws:iam::111122223333:root';
    const [before, after] = [[allow('*'), deny('s3:GetObject')], [allow('*')]].map((statements) => ({
      identity: [],
      scps: [policies(...statements)],
    }));
    if (before === undefined || after === undefined) throw new Error('no policies');
    const { findings, reasons } = diff(before, after, { principal, resourceAccount: '111122223333' });
    expect(reasons).toEqual([]);
    expect(findings).toMatchObject([
      {
        change: 'allowed',
        statement: undefined,
        resources: ['*'],
        futureActions: [],
        actions: ['s3:getobject'],
      },
    ]);
  });

  test('by `NotAction` are actions yet to come of every name', () => {
    const { findings } = diff([], policies({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }));
    expect(findings).toMatchObject([{ futureActions: ['*'] }]);
  });
});
