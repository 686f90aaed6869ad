import { expect, test } from 'vitest';
import { readSlot } from './decided.ts';
import { newSlot } from './policySlot.ts';

const TRUST = {
  Statement: { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
};

test('a document is read by the rules of its type, also after the type has changed', () => {
  const slot = newSlot({ kind: 'resource', level: 0, name: 'trust', text: JSON.stringify(TRUST) });
  const codes = (isTrust: boolean): readonly string[] =>
    readSlot(slot, isTrust).diagnostics.map(({ code }) => code);
  expect(codes(true)).toEqual([]);
  expect(codes(false)).not.toEqual([]);
  expect(readSlot(slot, true)).toBe(readSlot(slot, true));
});
