import { KeyTable } from '@policywright/conditions';
import { defaultKeyPolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { ALICE, OBJECT, policyOf } from '../_testing/decideWith.ts';
import {
  authorize,
  compile,
  compileEndpoint,
  compilePrincipal,
  compileResource,
  type Decision,
  type EndpointPolicies,
  type PolicySet,
  type PrincipalPolicies,
  type Request,
  type ResourcePolicies,
} from '../index.ts';

const ACCOUNT = '111122223333';
const OTHER = 'arn:aws:iam::444455556666:user/dave';
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/alice`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/linked/run1`;
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k1`;
const all = [policyOf([{}])];
const open = policyOf([{ Principal: '*' }]);
const closed = [[policyOf([{ Effect: 'Deny' }])]];
const closedToAll = [[policyOf([{ Effect: 'Deny', Principal: '*' }])]];

interface Case {
  readonly says: string;
  readonly principal?: Partial<PrincipalPolicies>;
  readonly resource?: Partial<ResourcePolicies>;
  readonly endpoint?: EndpointPolicies;
  readonly action?: string;
  /** The same in the words of a policy set, and what comes of it without. */
  readonly set: PolicySet;
  readonly decision: readonly [withIt: Decision, without: Decision];
}

const CASES: readonly Case[] = [
  {
    says: 'S167: SCPs do not bind the management account',
    principal: { scps: closed, account: 'management' },
    set: { scps: closed, flags: { principalInManagementAccount: true } },
    decision: ['Allow', 'ExplicitDeny'],
  },
  {
    says: 'S204: the delegated administrator may call sts:AssumeRoot',
    principal: { account: 'delegated-administrator' },
    resource: { resource: 'arn:aws:iam::444455556666:root' },
    action: 'sts:AssumeRoot',
    set: { flags: { delegatedAdministrator: true } },
    decision: ['Allow', 'ImplicitDeny'],
  },
  {
    says: 'S199: credentials of GetSessionToken do not call IAM',
    principal: { credentials: 'session-token' },
    action: 'iam:ListUsers',
    set: { flags: { credentials: 'session-token' } },
    decision: ['ImplicitDeny', 'Allow'],
  },
  {
    says: 'S200: a federated session of root has the permissions of its session policies',
    principal: { principal: FEDERATED, identity: [], session: all, federatedBy: 'root' },
    set: { identity: [], session: all, flags: { federatedByRoot: true } },
    decision: ['Allow', 'ImplicitDeny'],
  },
  {
    says: 'S167: SCPs do not bind service-linked roles',
    principal: { principal: SESSION, scps: closed, role: 'service-linked' },
    set: { scps: closed, flags: { serviceLinkedRole: true } },
    decision: ['Allow', 'ExplicitDeny'],
  },
  {
    says: 'S169: RCPs do not affect resources of the management account',
    resource: { rcps: closedToAll, account: 'management' },
    set: { rcps: closedToAll, flags: { resourceInManagementAccount: true } },
    decision: ['Allow', 'ExplicitDeny'],
  },
  {
    says: 'S171: a key needs its key policy',
    resource: { kind: { type: 'key' } },
    set: { flags: { resourcePolicyKind: 'kms' } },
    decision: ['ImplicitDeny', 'Allow'],
  },
  {
    says: 'S172: a role needs its trust policy',
    resource: { kind: { type: 'role' } },
    set: { flags: { resourcePolicyKind: 'trust' } },
    decision: ['ImplicitDeny', 'Allow'],
  },
  {
    says: 'S196: nobody changes a key that AWS manages',
    resource: { resource: KEY, policy: open, kind: { type: 'key', managedBy: 'aws' } },
    action: 'kms:PutKeyPolicy',
    set: { resource: open, flags: { resourcePolicyKind: 'kms', awsManagedKey: true } },
    decision: ['ImplicitDeny', 'Allow'],
  },
  {
    says: 'S208: a grant of the key is enough',
    principal: { identity: [] },
    resource: {
      resource: KEY,
      policy: defaultKeyPolicy(ACCOUNT),
      kind: { type: 'key', grants: [{ grantee: ALICE, operations: ['Decrypt'] }] },
    },
    action: 'kms:Decrypt',
    set: {
      identity: [],
      resource: defaultKeyPolicy(ACCOUNT),
      grants: [{ grantee: ALICE, operations: ['Decrypt'] }],
    },
    decision: ['Allow', 'ImplicitDeny'],
  },
  {
    says: 'S195: Block Public Access shuts strangers out of a public bucket',
    principal: { principal: OTHER },
    resource: {
      resourceAccount: ACCOUNT,
      policy: open,
      kind: { type: 'bucket', publicAccess: 'restricted' },
    },
    set: { resource: open, flags: { restrictPublicBuckets: true } },
    decision: ['ImplicitDeny', 'Allow'],
  },
  {
    says: 'S195: but an access point of a VPC is not public',
    principal: { principal: OTHER },
    resource: {
      resource: `arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/ap/object/k`,
      policy: open,
      kind: { type: 'bucket', publicAccess: 'restricted', networkOrigin: 'VPC' },
    },
    set: { resource: open, flags: { restrictPublicBuckets: true, accessPointNetworkOrigin: 'VPC' } },
    decision: ['Allow', 'Allow'],
  },
  {
    says: 'S33: the policy of an interface endpoint may name principals',
    endpoint: { policies: [policyOf([{ Principal: { AWS: ALICE } }])], type: 'interface' },
    set: { vpcEndpoint: [policyOf([{ Principal: { AWS: ALICE } }])], flags: { endpointType: 'interface' } },
    decision: ['Allow', 'ImplicitDeny'],
  },
];

/** What a case's request asks for. */
function requestOf({ principal, resource, action = 's3:GetObject' }: Case): Request {
  return {
    principal: principal?.principal ?? ALICE,
    action,
    resource: resource?.resource ?? OBJECT,
    resourceAccount: resource?.resourceAccount,
  };
}

describe('sides', () => {
  test.each(CASES)('$says', (of) => {
    const request = requestOf(of);
    const principal = compilePrincipal({ principal: ALICE, identity: all, ...of.principal });
    const resource = compileResource({ resource: OBJECT, ...of.resource });
    const endpoint = of.endpoint && compileEndpoint(of.endpoint);
    const set = { identity: all, ...of.set };
    const [withIt, without] = of.decision;
    expect(authorize(principal, resource, endpoint).decide({ action: request.action })).toBe(withIt);
    expect(compile(set).decide(request)).toBe(withIt);
    expect(compile({ ...set, flags: {}, grants: [] }).decide(request)).toBe(without);
  });

  test('give a request what it leaves out, and leave what it says', () => {
    const identity = [policyOf([{ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }])];
    const principal = compilePrincipal({
      principal: ALICE,
      identity,
      context: { 'aws:PrincipalTag/team': 'blue' },
    });
    const { decide, explain, decidePartial } = authorize(principal, compileResource({ resource: OBJECT }));
    const action = 's3:GetObject';
    expect(decide({ action })).toBe('Allow');
    expect(decide({ action, context: { 'aws:PrincipalTag/team': 'red' } })).toBe('ImplicitDeny');
    expect(decide({ action, principal: OTHER, resource: `arn:aws:iam::${ACCOUNT}:role/r` })).toBe(
      'ImplicitDeny',
    );
    expect(explain({ action }).request).toMatchObject({ principal: ALICE, resource: OBJECT });
    expect(decidePartial({ action }).answer).toBe('Allow');
    expect(decide(null as never)).toBe('ImplicitDeny');
  });

  test('serve each other in any number, with a shared table of keys or without', () => {
    const team = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } };
    const tagged = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } } };
    for (const keys of [undefined, new KeyTable()]) {
      const principals = [team, {}].map((statement, index) =>
        compilePrincipal({ principal: `${ALICE}${index}`, identity: [policyOf([statement])] }, { keys }),
      );
      const resources = [tagged, {}].map((statement) =>
        compileResource(
          { resource: OBJECT, policy: policyOf([{ Effect: 'Deny', Principal: '*', ...statement }]) },
          { keys },
        ),
      );
      const decisions = principals.map((principal) =>
        resources.map((resource) => {
          const { decide } = authorize(principal, resource);
          return ['aws:PrincipalTag/team', 'aws:ResourceTag/team'].map((key) =>
            decide({ action: 's3:GetObject', context: { [key]: 'blue' } }),
          );
        }),
      );
      expect(decisions).toEqual([
        [
          ['Allow', 'ExplicitDeny'],
          ['ExplicitDeny', 'ExplicitDeny'],
        ],
        [
          ['Allow', 'ExplicitDeny'],
          ['ExplicitDeny', 'ExplicitDeny'],
        ],
      ]);
    }
  });
});
