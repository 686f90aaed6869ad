import { expect, test } from 'vitest';
import { applyFixes, lintText } from '../../index.ts';

function fixedAction(Action: string | readonly string[]): unknown {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action, Resource: '*' },
  });
  const { findings } = lintText(text, { type: 'identity', rules: { 'invalid-action': 'error' } });
  const own = findings.filter(({ code }) => code === 'invalid-action');
  const fixed = JSON.parse(applyFixes(text, own, { changeDecisions: true }).text) as {
    readonly Statement: { readonly Action: unknown };
  };
  return fixed.Statement.Action;
}

test('the one action that was meant takes the place of what was written', () => {
  expect(fixedAction('s3:ListBuckets')).toBe('s3:ListAllMyBuckets');
});

test.each(['kms:ReEncrypt', 's3:ListBuckets*', 'ecs:Xxxxxxxx'])(
  'where several or none were meant, %s stays',
  (action) => {
    expect(fixedAction(action)).toBe(action);
  },
);

test('an action that the list has already is not written twice', () => {
  expect(fixedAction(['s3:ListBuckets', 's3:List*'])).toEqual(['s3:ListBuckets', 's3:List*']);
});
