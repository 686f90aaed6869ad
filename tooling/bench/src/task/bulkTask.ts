import { loadManagedPolicies } from '@policywright-tooling/conformance/managed-policies';
import { expandActions } from '@policywright/catalog';
import {
  compile,
  decideAll,
  type DecisionCube,
  type PrincipalPolicies,
  type ResourcePolicies,
} from '@policywright/evaluator';
import { cpuTime } from '../measure/cpuTime.ts';
import { spreadOf } from '../measure/median.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { parseDocument } from '../peer/policywright.ts';

/** What deciding a whole cube costs. */
export interface BulkTimes {
  readonly principals: number;
  readonly actions: number;
  readonly resources: number;
  readonly decisions: number;
  /** Milliseconds of processor time of the first pass, in which everything is compiled. */
  readonly first: number;
  /** Milliseconds, the median of later passes over the same policies. */
  readonly later: number;
  readonly allowed: number;
}

const ACCOUNT = '111122223333';
/** Policies that many principals of an account share. */
const SHARED = [
  'ReadOnlyAccess',
  'SecurityAudit',
  'AmazonS3FullAccess',
  'AmazonEC2FullAccess',
  'AWSLambda_FullAccess',
];

/** Measures `decideAll` over principals that share AWS managed policies, all actions of the catalog, and resources. */
export function bulkTask(input: {
  readonly principals: number;
  readonly resources: number;
  readonly passes: number;
}): Promise<BulkTimes> {
  const cube = cubeOf(input);
  const pass = (): number => {
    let allowed = 0;
    for (const row of decideAll(cube)) allowed += row.allowedCount;
    return allowed;
  };
  const first = milliseconds(pass, cpuTime);
  const later = Array.from({ length: input.passes }, () => milliseconds(pass, cpuTime));
  checkSample(cube);
  return Promise.resolve({
    principals: cube.principals.length,
    actions: cube.actions.length,
    resources: cube.resources.length,
    decisions: cube.principals.length * cube.actions.length * cube.resources.length,
    first: first.took,
    later: spreadOf(later.map(({ took }) => took)).median,
    allowed: first.result,
  });
}

function cubeOf(input: { readonly principals: number; readonly resources: number }): DecisionCube {
  const managed = loadManagedPolicies()
    .filter(({ name }) => SHARED.includes(name))
    .map(({ document }) => parseDocument(document));
  const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const boundary = [parseDocument({ Version: '2012-10-17', Statement: [statement] })];
  const scps = [
    boundary,
    [
      parseDocument({
        Version: '2012-10-17',
        Statement: [
          statement,
          {
            Effect: 'Deny',
            NotAction: ['iam:*', 'sts:*'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-south-1' } },
          },
        ],
      }),
    ],
  ];
  const principals = Array.from({ length: input.principals }, (_, index): PrincipalPolicies => {
    const identity = [index % managed.length, (index >> 2) % managed.length].flatMap(
      (place) => managed[place] ?? [],
    );
    return { principal: `arn:aws:iam::${ACCOUNT}:role/role-${index}`, identity, boundary, scps };
  });
  const resources = Array.from({ length: input.resources }, (_, index): ResourcePolicies => {
    return { resource: `arn:aws:s3:::bucket-${index}/object` };
  });
  return {
    principals,
    actions: expandActions('*'),
    resources,
    context: { 'aws:RequestedRegion': 'us-east-1' },
  };
}

/** Compares a sample with `decide`, so that no wrong answer is called fast. */
function checkSample({ principals, actions, resources, context = {} }: DecisionCube): void {
  for (const row of decideAll({
    principals: principals.slice(0, 8),
    actions,
    resources: resources.slice(0, 2),
    context,
  })) {
    const authorizer = compile({ ...row.principal });
    for (let number = 0; number < actions.length; number += 101) {
      const action = actions[number] ?? '';
      const request = {
        principal: row.principal.principal,
        action,
        resource: row.resource.resource,
        context,
      };
      if (authorizer.decide(request) !== row.decision(number))
        throw new Error(`decideAll differs on ${action}`);
    }
  }
}
