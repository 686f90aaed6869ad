import { roleTakingActions } from '@policywright/catalog';
import { escalations } from '../../data/escalations.ts';
import { NameIndex } from '../../facts/nameIndex.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { grantedActions, grantsOf, isOnAnyResource, type Grants } from '../_internals/grantedActions.ts';

/** Reports actions that together let a principal give itself more permissions. */
export const actionCombination: Rule = {
  id: 'action-combination',
  group: 'privesc',
  severity: 'warning',
  aliases: { parliament: 'PRIVILEGE_ESCALATION' },
  reads: ['Action', 'Resource', 'Condition'],
  doc: 'a policy allows, without conditions and on any resource, actions that together lead to more permissions',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'iam:CreateAccessKey', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `iam:CreateAccessKey` on any resource, which makes access keys of another user',
          help: 'name the resources, or add a condition',
          marks: '"iam:CreateAccessKey"',
        }),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/*' }),
            statement('Allow', { Action: ['lambda:Create*', 'lambda:InvokeFunction'], Resource: '*' }),
          ),
          {
            at: '/Statement/0/Action',
            message:
              'found `iam:PassRole` on any role beside `lambda:CreateCapacityProvider`, which together give a service any role to act with, and 3 more ways to more permissions',
            help: 'name the roles, or add a condition on `iam:PassedToService`',
          },
        ),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 'iam:PassRole', Resource: '*' }),
            statement('Allow', {
              Action: 'codebuild:CreateProject',
              Resource: 'arn:aws:codebuild:eu-central-1:111122223333:project/web',
            }),
          ),
          {
            at: '/Statement/0/Action',
            message:
              'found `iam:PassRole` on any role beside `codebuild:CreateProject`, which together give a service any role to act with',
            help: 'name the roles, or add a condition on `iam:PassedToService`',
          },
        ),
        finds(
          allow({
            Action: ['cloudformation:UpdateStack', 'ecs:ExecuteCommand', 'ecs:DescribeTasks'],
            Resource: ['arn:aws:cloudformation:*:*:stack/*/*', 'arn:aws:ecs:*:*:task/web/*'],
          }),
          {
            at: '/Statement/0/Action/0',
            message:
              'found `cloudformation:UpdateStack` on any resource, which changes stacks with the roles that they were made with',
            help: 'name the resources, or add a condition',
          },
        ),
        finds(
          allow({
            Action: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
            NotResource: 'arn:aws:cloudformation:*:*:stack/app/*',
          }),
          {
            at: '/Statement/0/Action/0',
            message:
              'found `cloudformation:CreateChangeSet` and `cloudformation:ExecuteChangeSet` on any resource, which changes stacks with the roles of those',
            help: 'name the resources, or add a condition',
          },
        ),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 'iam:CreateAccessKey', Resource: '*' }),
            statement('Deny', { Action: 'iam:*', Resource: 'arn:aws:iam::111122223333:user/admin' }),
          ),
          { at: '/Statement/0/Action' },
        ),
        finds(allow({ NotAction: 'iam:*', Resource: '*' }), {
          at: '/Statement/0/NotAction',
          message:
            'found `sso:PutInlinePolicyToPermissionSet` on any resource, which writes the inline policy of a permission set, and 77 more ways to more permissions',
          help: 'name the resources, or add a condition',
        }),
        finds(allow({ Action: 'iam:*LoginProfile', Resource: '*' }), {
          at: '/Statement/0/Action',
          message:
            'found `iam:CreateLoginProfile` on any resource, which gives another user a password, and 1 more way to more permissions',
          help: 'name the resources, or add a condition',
        }),
        finds(allow({ Action: 'iam:Put*Policy', Resource: '*' }), {
          at: '/Statement/0/Action',
          message:
            'found `iam:PutUserPolicy` on any resource, which writes an inline policy of a user, and 2 more ways to more permissions',
          help: 'name the resources, or add a condition',
        }),
      ],
      good: [
        allow({ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' }),
        documentOf(
          'identity',
          statement('Allow', { Action: 'iam:*', Resource: '*' }),
          statement('Deny', { Action: ['iam:*'], Resource: '*' }),
        ),
        allow({
          Action: ['iam:PassRole', 'ec2:RunInstances'],
          Resource: '*',
          Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
        }),
        documentOf(
          'identity',
          statement('Allow', { Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/web' }),
          statement('Allow', { Action: 'ec2:RunInstances', Resource: '*' }),
        ),
        allow({ Action: ['iam:PassRole', 'ec2:DescribeInstances'], Resource: '*' }),
        allow({ Action: 'lambda:UpdateFunctionCode', Resource: 'arn:aws:lambda:*:*:function:web' }),
        allow({ Action: 'cloudformation:CreateChangeSet', Resource: '*' }),
        documentOf('scp', statement('Allow', { Action: 'iam:CreateAccessKey', Resource: '*' })),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'identity') return;
    const grants = grantsOf(context);
    const open = grantedActions(grants, { index: changingActions(), where: isOnAnyResource });
    const found = new Map<string, Way[]>();
    for (const way of [...escalations(), ...waysToPass(grants, open)]) {
      const [first = ''] = way.actions;
      const pointer = open.get(first);
      if (pointer === undefined || !(way.how === undefined || way.actions.every((name) => open.has(name))))
        continue;
      const before = found.get(pointer);
      if (before === undefined) found.set(pointer, [way]);
      else before.push(way);
    }
    for (const [pointer, ways] of found) yield reportOf(pointer, ways);
  },
};

/** Actions that lead to more permissions. */
interface Way {
  readonly actions: readonly string[];
  /** What they do; `undefined` where the first passes a role and the second takes it. */
  readonly how: string | undefined;
}

const PASS_ROLE = 'iam:PassRole';
let changing: NameIndex | undefined;
let taking: NameIndex | undefined;

/** What changes who may do what, alone or with others. */
function changingActions(): NameIndex {
  return (changing ??= new NameIndex([
    PASS_ROLE,
    ...new Set(escalations().flatMap(({ actions }) => actions)),
  ]));
}

/** What takes a role, on whichever resource, where any role can be passed. */
function waysToPass(grants: Grants, open: ReadonlyMap<string, string>): readonly Way[] {
  if (!open.has(PASS_ROLE)) return [];
  taking ??= new NameIndex([...roleTakingActions()]);
  const taken = grantedActions(grants, { index: taking, where: () => true });
  return [...taken.keys()].map((name) => ({ actions: [PASS_ROLE, name], how: undefined }));
}

function reportOf(pointer: string, ways: readonly Way[]): Report {
  const [way] = ways;
  const [first, ...further] = way?.actions.map((name) => `\`${name}\``) ?? [];
  const others = ways.length - 1;
  const more = others > 0 ? `, and ${others} more way${others > 1 ? 's' : ''} to more permissions` : '';
  const passes = way?.how === undefined;
  const what = passes
    ? `${first} on any role beside ${further.join()}, which together give a service any role to act with`
    : `${[first, ...further].join(' and ')} on any resource, which ${way.how}`;
  return {
    pointer,
    message: `found ${what}${more}`,
    help: passes
      ? 'name the roles, or add a condition on `iam:PassedToService`'
      : 'name the resources, or add a condition',
    actions: [...new Set(ways.flatMap(({ actions }) => actions))],
  };
}
