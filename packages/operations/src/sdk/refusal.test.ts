import { expect, test } from 'vitest';
import { UndecidedCallError } from './refusal.ts';

test('a call that is not decided says what it depends on, and who can tell', () => {
  const error = new UndecidedCallError('s3:GetObject', ['aws:PrincipalTag/team', 'aws:SourceVpc']);
  expect(error.message).toBe(
    'whether `s3:GetObject` is allowed depends on aws:PrincipalTag/team, aws:SourceVpc: let the world or the context tell it',
  );
  expect(error).toMatchObject({
    name: 'UndecidedCallError',
    unknown: ['aws:PrincipalTag/team', 'aws:SourceVpc'],
  });
});
