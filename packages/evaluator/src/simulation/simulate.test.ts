import type { EvaluationResult as SdkEvaluationResult } from '@aws-sdk/client-iam';
import { parsePolicy, type Policy } from '@policywright/policy';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { policyOf, requestOf } from '../_testing/decideWith.ts';
import { simulate, type EvaluationResult } from '../index.ts';

const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "ec2:*", "Resource": "*" },
    { "Effect": "Allow",
      "Action": "s3:*", "Resource": "*" }
  ]
}`;

function parsed(text: string): Policy {
  const result = parsePolicy(text);
  if (!result.ok) throw new Error('not a policy');
  return result.policy;
}

describe('simulate', () => {
  test('answers in the types of the AWS SDK', () => {
    expectTypeOf<EvaluationResult>().toExtend<SdkEvaluationResult>();
    const result: SdkEvaluationResult = simulate({}, requestOf({}));
    expect(result.EvalDecision).toBe('implicitDeny');
  });

  test('gives the matched statements with their positions', () => {
    const policy = parsed(TEXT);
    expect(simulate({ identity: [policy] }, requestOf({}), { sources: new Map([[policy, TEXT]]) })).toEqual({
      EvalActionName: 's3:GetObject',
      EvalResourceName: 'arn:aws:s3:::reports/q1.csv',
      EvalDecision: 'allowed',
      MatchedStatements: [
        {
          SourcePolicyId: 'PolicyInputList.1',
          SourcePolicyType: 'none',
          StartPosition: { Line: 5, Column: 5 },
          EndPosition: { Line: 6, Column: 42 },
        },
      ],
      MissingContextValues: [],
    });
  });

  test('gives the statements that deny where one does', () => {
    const result = simulate(
      { identity: [policyOf([{}]), policyOf([{}, { Effect: 'Deny' }])] },
      requestOf({}),
    );
    expect(result).toMatchObject({
      EvalDecision: 'explicitDeny',
      MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.2' }],
    });
  });

  test('names only those missing context keys that can change the answer', () => {
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const other = { Action: 'ec2:*', Condition: { StringEquals: { 'ec2:Region': 'x' } } };
    const { MissingContextValues } = simulate(
      { identity: [policyOf([{ Condition }, other])] },
      requestOf({}),
    );
    expect(MissingContextValues).toEqual(['aws:MultiFactorAuthPresent']);
    expect(
      simulate({ identity: [policyOf([{ Condition }, {}])] }, requestOf({})).MissingContextValues,
    ).toEqual([]);
  });

  test('tells what boundary and organization said', () => {
    const ec2 = policyOf([{ Action: 'ec2:*' }]);
    const all = policyOf([{}]);
    expect(simulate({ identity: [all], boundary: [ec2], scps: [[all]] }, requestOf({}))).toMatchObject({
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
      OrganizationsDecisionDetail: { AllowedByOrganizations: true },
    });
    expect(simulate({ identity: [all], boundary: [all], scps: [[all], [ec2]] }, requestOf({}))).toMatchObject(
      {
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true },
        OrganizationsDecisionDetail: { AllowedByOrganizations: false },
      },
    );
    expect(simulate({ identity: [all] }, requestOf({}))).not.toHaveProperty('OrganizationsDecisionDetail');
  });
});
