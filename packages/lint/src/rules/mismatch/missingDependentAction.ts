import { type Action, actionsOfOperation, roleParameters } from '@policywright/catalog';
import { quoteAll } from '@policywright/policy/text';
import { actionOf } from '../../facts/catalogActions.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Operations that take a role if one is given, as most of their callers do. */
const OFTEN: readonly string[] = [
  'cloudformation:CreateChangeSet',
  'cloudformation:CreateStack',
  'cloudformation:UpdateStack',
  'ec2:RunInstances',
  'ecs:RegisterTaskDefinition',
  'ecs:RunTask',
  'ecs:StartTask',
];

let passing: ReadonlySet<string> | undefined;

/** Whether all, or most, calls of an action name a role to pass. */
function passesRoles(action: string): boolean {
  passing ??= new Set([
    ...OFTEN,
    ...roleParameters()
      .filter(({ required }) => required)
      .flatMap(({ operation }) => actionsOfOperation(operation)),
  ]);
  return passing.has(action);
}

/** Reports actions without the other actions that their callers need. */
export const missingDependentAction: Rule = {
  id: 'missing-dependent-action',
  group: 'mismatch',
  severity: 'info',
  aliases: {},
  reads: ['Action'],
  doc: 'an action is allowed without an action that its callers need too, such as `iam:PassRole` for `ecs:RunTask` (S180, S193)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:task-definition/web:*' }), {
          at: '/Statement/0/Action',
          message: 'found `ecs:RunTask` without `iam:PassRole`, which its callers can need too',
          help: 'allow it here or in another policy of the same principal',
          marks: '"ecs:RunTask"',
        }),
        finds(allow({ Action: 'fsx:DetachAndDeleteS3AccessPoint', Resource: '*' }), {
          at: '/Statement/0/Action',
          message:
            'found `fsx:DetachAndDeleteS3AccessPoint` without `s3:DeleteAccessPoint`, which its callers can need too',
          help: 'allow it here or in another policy of the same principal',
        }),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 'ecs:RunTask', Resource: '*' }),
            statement('Deny', { Action: 'iam:PassRole', Resource: '*' }),
          ),
          { at: '/Statement/0/Action' },
        ),
      ],
      good: [
        allow({ Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }),
        allow({ Action: 'ecs:ListClusters', Resource: '*' }),
        documentOf(
          'identity',
          statement('Allow', { Action: 'ecs:RunTask', Resource: '*' }),
          statement('Allow', { Action: 'iam:PassRole', Resource: '*' }),
        ),
        // Which of them are needed is not known.
        allow({ Action: 'ecs:*', Resource: '*' }),
        allow({ NotAction: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }),
        // What does not allow needs nothing.
        deny({ Action: 'ecs:RunTask', Resource: '*' }),
        documentOf('scp', statement('Allow', { Action: 'ecs:RunTask', Resource: '*' })),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'identity') return;
    const granted = context.statements.filter(({ allows }) => allows);
    const answers = new Map<string, boolean>();
    const isGranted = (name: string): boolean => {
      const known = answers.get(name);
      if (known !== undefined) return known;
      const answer = granted.some((statement) => statement.matchesAction(name));
      answers.set(name, answer);
      return answer;
    };
    for (const { actions, statement } of granted) {
      if (statement.action.negated) continue;
      for (const entry of actions) {
        const { facts } = entry;
        const missing = missingFor(actionOf(facts), isGranted);
        if (missing.length === 0) continue;
        yield {
          pointer: entry.pointer,
          message: `found \`${facts.text}\` without ${quoteAll(missing)}, which its callers can need too`,
          help: 'allow it here or in another policy of the same principal',
        };
      }
    }
  },
};

/** What the reference says that callers need, and the role that calls pass; not what only some resources need. */
function missingFor(action: Action | undefined, isGranted: (name: string) => boolean): readonly string[] {
  if (action === undefined) return [];
  const { dependentActions = [] } = action;
  const passes = passesRoles(action.fullName);
  const needed = new Set([...dependentActions, ...(passes ? ['iam:PassRole'] : [])]);
  return [...needed].filter((name) => !isGranted(name));
}
