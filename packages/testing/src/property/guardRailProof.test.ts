import { AWS } from '@policywright/analyzer/aws';
import { readScenarios, runScenarios, type UncompiledPolicies } from '@policywright/scenario';
import { describe, expect, test } from 'vitest';
import { PolicyAssertionError } from '../matchers/index.ts';
import type { GuardRail } from './guardRail.ts';
import type { GuardRailProof } from './guardRailProof.ts';
import { GuardRailUnproved } from './guardRailUnproved.ts';
import { propertyOf } from './propertyOf.ts';

const unless = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
const PASS: GuardRail = { action: 'iam:PassRole', unless };
const documentOf = (...Statement: readonly object[]): UncompiledPolicies => ({
  Version: '2012-10-17',
  Statement,
});
const passing = (Condition?: object): UncompiledPolicies =>
  documentOf({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', ...(Condition && { Condition }) });

function proofOf(policies: UncompiledPolicies, guard: GuardRail): GuardRailProof {
  return propertyOf(policies).never(guard).prove();
}

test('a guard rail that policies keep to is proved', () => {
  expect(proofOf(passing(unless), PASS)).toMatchObject({ outcome: 'proved', answer: { vacuous: false } });
  expect(() => propertyOf(passing(unless)).never(PASS).assertProved()).not.toThrow();
});

test('S78: a breach is a scenario that fails until the policies are mended', () => {
  const proof = proofOf(passing({ StringEqualsIfExists: unless.StringEquals }), PASS);
  if (proof.outcome !== 'refuted') throw new Error(proof.outcome);
  expect(proof.breach.scenario.context).toEqual({});
  expect(proof.breach.explanation.decision).toBe('Allow');
  const { scenarios } = readScenarios(proof.breach.file);
  expect(
    runScenarios([{ file: 'breach.json', text: proof.breach.file, scenarios, diagnostics: [] }]),
  ).toMatchObject({
    failed: 1,
  });
});

describe('assertProved', () => {
  const failing = (policies: UncompiledPolicies, guard: GuardRail, options = {}): string => {
    try {
      propertyOf(policies).never(guard).assertProved(options);
    } catch (error) {
      if (error instanceof PolicyAssertionError || error instanceof GuardRailUnproved) return error.message;
    }
    throw new Error('it holds');
  };

  test('tells the breach', () => {
    const message = failing(passing(), PASS);
    expect(message).toContain(
      'guard rail "never iam:PassRole" does not hold: the policies allow iam:passrole on ',
    );
    expect(message).toContain('as a scenario file:\n{');
  });

  test('does not take what was not found out for a proof', () => {
    expect(failing(passing(unless), PASS, { budget: 1 })).toBe(
      'guard rail "never iam:PassRole" is not proved: more steps than the budget has (1)',
    );
  });

  test('does not take a guard rail for kept that is about nothing', () => {
    expect(
      failing(passing(), { action: 's3:ListAllMyBuckets', resource: 'arn:aws:s3:::x' }, { universe: AWS }),
    ).toBe('guard rail "never s3:ListAllMyBuckets" is about no request at all, whatever policies say');
  });
});

describe('all layers count', () => {
  const identity = passing() as object;

  test('a boundary', () => {
    const boundary = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } };
    expect(proofOf({ identity, boundary } as UncompiledPolicies, PASS).outcome).toBe('proved');
  });

  test('and their scenario has them', () => {
    const boundary = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
    const proof = proofOf({ identity, boundary } as UncompiledPolicies, PASS);
    expect(proof.outcome === 'refuted' && proof.breach.scenario.policies.boundary).toEqual([boundary]);
  });
});
