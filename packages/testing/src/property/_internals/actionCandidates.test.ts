import { policyFromValue, type Statement } from '@policywright/policy';
import { expect, test } from 'vitest';
import { ActionCandidates } from './actionCandidates.ts';

function statement(parts: object): Statement {
  const read = policyFromValue({ Statement: { Effect: 'Allow', Resource: '*', ...parts } });
  const [one] = read.ok ? read.policy.statements : [];
  if (one === undefined) throw new Error('it cannot be read');
  return one;
}

test('are the real actions of a guard rail that a statement covers', () => {
  const candidates = new ActionCandidates(['ecs:Stop*', 'ecs:RunTask'], []);
  expect(candidates.all()).toContain('ecs:StopTask');
  expect(candidates.all()[0]).toBe('ecs:RunTask');
  expect(candidates.all().every((name) => /^ecs:(?:Stop|RunTask$)/.test(name))).toBe(true);
  expect(candidates.of(statement({ Action: 'ecs:RunTask' }))).toEqual(['ecs:RunTask']);
  expect(candidates.of(statement({ Action: 'ECS:stoptask' })).map((name) => name.toLowerCase())).toEqual([
    'ecs:stoptask',
  ]);
  expect(candidates.of(statement({ NotAction: 'ecs:Stop*' }))).toEqual(['ecs:RunTask']);
  expect(candidates.of(statement({ Action: 's3:*' }))).toEqual([]);
});

test('are one alone where the guard rail has one', () => {
  const candidates = new ActionCandidates(['ecs:RunTask'], []);
  expect(candidates.all()).toEqual(['ecs:RunTask']);
  expect(candidates.of(statement({ Action: '*' }))).toEqual(['ecs:RunTask']);
});

test('are made up where no real one is known', () => {
  const candidates = new ActionCandidates(['example:*'], []);
  const made = candidates.all();
  expect(made.length).toBeGreaterThan(0);
  for (const name of made) expect(name).toMatch(/^example:[^*?]+$/);
  for (const name of candidates.of(statement({ Action: '*:Do?x' }))) expect(name).toMatch(/^example:Do.x$/i);
  expect(candidates.of(statement({ Action: '*:Do?x' })).length).toBeGreaterThan(0);
  expect(candidates.of(statement({ NotAction: 'ecs:*' })).length).toBeGreaterThan(0);
  expect(candidates.of(statement({ Action: 'ecs:*' }))).toEqual([]);
});

test('what statements name comes first', () => {
  const candidates = new ActionCandidates(['ecs:*'], [statement({ Action: ['ecs:Zed', 's3:GetObject'] })]);
  expect(candidates.all()[0]).toBe('ecs:Zed');
  expect(candidates.all()).not.toContain('s3:GetObject');
});
