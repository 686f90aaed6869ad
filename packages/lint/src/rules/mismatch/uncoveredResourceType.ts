import type { Action, ResourceType } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { actionOf } from '../../facts/catalogActions.ts';
import { jointTypesOf } from '../../facts/actionFit.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { resourceFitOf } from '../_internals/resourceFit.ts';

const TASK = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/*';
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';

/** Reports actions that are checked against several resources, one of which no statement allows. */
export const uncoveredResourceType: Rule = {
  id: 'uncovered-resource-type',
  group: 'mismatch',
  severity: 'suggestion',
  aliases: {},
  reads: ['Action', 'Resource'],
  doc: 'every request for an action is checked against resources of several types, one of which no statement allows (S60)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'ecs:ExecuteCommand', Resource: TASK }), {
          at: '/Statement/0/Action',
          message:
            'found `ecs:ExecuteCommand`, which is also checked against `cluster`, which no statement allows',
          help: 'add `arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}` here or in another policy of the same principal',
        }),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:ListAllMyBuckets', Resource: '*' }),
            statement('Allow', {
              Action: ['glue:GetTable', 'glue:GetTables'],
              Resource: 'arn:aws:glue:*:*:table/shop/*',
            }),
            statement('Allow', {
              Action: ['glue:GetTable', 'glue:GetCrawler'],
              Resource: 'arn:aws:glue:*:*:crawler/a',
            }),
          ),
          {
            at: '/Statement/1/Action/0',
            message:
              'found `glue:GetTable`, which is also checked against `database`, `rootcatalog`, which no statement allows',
            help: 'add `arn:${Partition}:glue:${Region}:${Account}:database/${DatabaseName}` here or in another policy of the same principal',
          },
          { at: '/Statement/1/Action/1' },
        ),
        // Neither a Deny nor a statement about all other actions allows the cluster, and it is said once.
        finds(
          documentOf(
            'identity',
            statement('Allow', { NotAction: 'ecs:ExecuteCommand', Resource: '*' }),
            statement('Allow', { Action: 'ecs:ExecuteCommand', Resource: TASK }),
            statement('Deny', { Action: 'ecs:ExecuteCommand', Resource: CLUSTER }),
            statement('Allow', { Action: 'ecs:ExecuteCommand', Resource: TASK }),
          ),
          { at: '/Statement/1/Action' },
        ),
      ],
      good: [
        allow({ Action: 'ecs:ExecuteCommand', Resource: [TASK, CLUSTER] }),
        documentOf(
          'identity',
          statement('Allow', { Action: 'ecs:ExecuteCommand', Resource: TASK }),
          statement('Allow', { Action: 'ecs:Execute*', Resource: CLUSTER }),
        ),
        documentOf(
          'identity',
          statement('Allow', { Action: 'ecs:ExecuteCommand', Resource: TASK }),
          statement('Allow', { NotAction: 'iam:*', NotResource: TASK }),
        ),
        // A boundary allows nothing by itself, and a Deny needs one resource only.
        documentOf('boundary', statement('Allow', { Action: 'ecs:ExecuteCommand', Resource: TASK })),
        documentOf('identity', statement('Deny', { Action: 'ecs:ExecuteCommand', Resource: TASK })),
        // Where no resource fits, that is what is wrong.
        allow({ Action: 'ecs:ExecuteCommand', Resource: 'arn:aws:ecs:*:*:service/a/b' }),
        // One of the two is enough.
        allow({ Action: 'states:DescribeExecution', Resource: 'arn:aws:states:*:*:execution:a:*' }),
        // Whether it allows anything is not known.
        documentOf('identity', { Effect: 'Permit', Action: 'ecs:ExecuteCommand', Resource: TASK }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'identity') return;
    const allowed = context.comparableStatements.filter((statement) => statement.mayHave('Allow'));
    const answers = new Map<Action, readonly ResourceType[]>();
    for (const { actions, statement: at } of allowed) {
      if (at.action.negated || at.effect !== 'Allow') continue;
      for (const { facts, unknown, pointer } of actions) {
        const action = actionOf(facts);
        if (action === undefined || unknown || answers.has(action)) continue;
        const open = uncovered(action, allowed);
        answers.set(action, open);
        const [type] = open;
        if (type === undefined) continue;
        yield {
          pointer,
          message: `found ${quote(facts.text)}, which is also checked against ${open.map(({ name }) => `\`${name}\``).join(', ')}, which no statement allows`,
          help: `add \`${type.arnFormats[0] ?? ''}\` here or in another policy of the same principal`,
        };
      }
    }
  },
};

function uncovered(action: Action, allowed: readonly StatementFacts[]): readonly ResourceType[] {
  const needed = jointTypesOf(action);
  if (needed.length === 0) return [];
  const about = allowed.filter((statement) => statement.matchesAction(action.fullName)).map(resourceFitOf);
  const open = needed.filter((type) => !about.some((fit) => fit.canBe(type)));
  // Where nothing fits, it is the resource that is wrong.
  return open.length === needed.length ? [] : open;
}
