import { expect, test } from 'vitest';
import { readSlot } from './decided.ts';
import { newSlot } from './policySlot.ts';

const TRUST = {
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Resource: '*',
  },
};

test('a document is read by the rules of its type, also after the type has changed', () => {
  const slot = newSlot({ kind: 'resource', level: 0, name: 'trust', text: JSON.stringify(TRUST) });
  expect([readSlot(slot, false).ok, readSlot(slot, true).ok, readSlot(slot, false).ok]).toEqual([
    true,
    false,
    true,
  ]);
  expect(readSlot(slot, true)).toBe(readSlot(slot, true));
});
