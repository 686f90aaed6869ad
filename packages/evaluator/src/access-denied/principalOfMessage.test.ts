import { expect, test } from 'vitest';
import { principalBefore } from './principalOfMessage.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/web/s1';

test.each([
  [`User: ${ROLE} is `, ROLE],
  [`AccessDenied: User: ${ROLE} was`, ROLE],
  [`user:${ROLE} is`, ROLE],
  [`"${ROLE}" is`, ROLE],
  [`<Message>User: ${ROLE} is`, ROLE],
  ['ecs-tasks.amazonaws.com is', 'ecs-tasks.amazonaws.com'],
  ['anonymous is', 'anonymous'],
  [`${ROLE}  is`, ROLE],
  // Without a verb, only an ARN is a name.
  [ROLE, ROLE],
  ['AccessDeniedException', undefined],
  ['', undefined],
  ['is', undefined],
])('%j names %s', (text, principal) => {
  expect(principalBefore(text)).toBe(principal);
});

test.each('user you account it this caller role principal identity'.split(' '))(
  '“%s” names nobody',
  (word) => {
    expect(principalBefore(`This ${word} is`)).toBeUndefined();
    expect(principalBefore(`${word.toUpperCase()} was`)).toBeUndefined();
  },
);
