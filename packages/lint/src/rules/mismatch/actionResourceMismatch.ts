import { LIMITS } from '../../data/limits.ts';
import type { Action } from '@policywright/catalog';
import type { Effect } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import { resourceTypesOf } from '../../facts/actionFit.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule } from '../../model/rule.ts';
import { allow, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { resourceFitOf } from '../_internals/resourceFit.ts';

const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
const SUBNET = 'arn:aws:ec2:eu-west-1:111122223333:subnet/*';

/** Reports actions that no resource of their statement suits, and no other statement of the same effect. */
export const actionResourceMismatch: Rule = {
  id: 'action-resource-mismatch',
  group: 'mismatch',
  severity: 'warning',
  aliases: { parliament: 'RESOURCE_MISMATCH' },
  reads: ['Action', 'Resource'],
  doc: 'no resource of a statement is of a type that the action works on, so that the action is never matched (S47, S55)',
  examples: {
    bad: [
      finds(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b' }), {
        at: '/Statement/0/Action',
        message: 'found `s3:GetObject`, but no resource of the statement is of a type that it works on',
        help: 'it works on `arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}`, `arn:${Partition}:s3:::${BucketName}/${ObjectName}`',
      }),
      finds(allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::b*' }), {
        at: '/Statement/0/Action',
      }),
      finds(
        allow({ Action: ['ecs:List*', 's3:Get*'], Resource: 'arn:aws:sqs:*:*:q' }),
        { at: '/Statement/0/Action/0' },
        { at: '/Statement/0/Action/1' },
      ),
    ],
    good: [
      allow({ Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }),
      documentOf(
        'identity',
        statement('Allow', { Action: 'ec2:RunInstances', Resource: INSTANCE }),
        statement('Allow', { Action: ['ec2:RunInstances', 'ec2:StopInstances'], Resource: SUBNET }),
        statement('Allow', { Action: 'ec2:StopInstances', Resource: INSTANCE }),
      ),
      allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::${aws:PrincipalTag/path}' }),
      allow({ Action: 's3:ListAllMyBuckets', Resource: ['arn:aws:s3:::b', '*'] }),
      allow({ Action: 'logs:DescribeLogGroups', Resource: 'arn:aws:logs:*:*:*' }),
    ],
  },
  *check(context) {
    const served = { Allow: new Map<Action, boolean>(), Deny: new Map<Action, boolean>() };
    for (const { entry, statement: at } of candidates(context)) {
      const { facts } = entry;
      const actions = facts.catalogActions;
      if (actions.length === 0 || actions.some((action) => resourceFitOf(at).suits(action))) continue;
      // The statement itself suits none of them, so that its effect is all that the answer depends on.
      const { effect } = at.statement;
      if (actions.some((action) => isServed(context, { effect, action, known: served[effect] }))) continue;
      const needsStar = actions.every(({ wildcardOnly }) => wildcardOnly);
      yield {
        pointer: entry.pointer,
        message: needsStar
          ? `found ${quote(facts.text)} on certain resources, but it works only on \`*\``
          : `found ${quote(facts.text)}, but no resource of the statement is of a type that it works on`,
        help: needsStar ? 'move it to a statement with `"Resource": "*"`' : formatsHelp(actions),
      };
    }
  },
};

function* candidates(
  context: LintContext,
): Iterable<{ readonly entry: ListEntry<ActionFacts>; readonly statement: StatementFacts }> {
  for (const at of context.comparableStatements) {
    const { action, resource } = at.statement;
    if (action.negated || resource === undefined || resource.negated || resource.values.length === 0)
      continue;
    if (at.actions.length * at.resources.length > LIMITS.pairs) {
      context.cut('so many actions and resources in a statement that they are not compared', at.pointer);
      continue;
    }
    if (at.resources.some(({ facts, unknown }) => unknown || facts.isEverything)) continue;
    for (const entry of at.actions) {
      if (!entry.unknown && !entry.facts.isEverything) yield { entry, statement: at };
    }
  }
}

/** Whether a statement of an effect is about an action and suits it. */
function isServed(
  context: LintContext,
  asked: { readonly effect: Effect; readonly action: Action; readonly known: Map<Action, boolean> },
): boolean {
  const { effect, action, known } = asked;
  let answer = known.get(action);
  if (answer === undefined) {
    answer = context.comparableStatements.some(
      (other) =>
        other.statement.effect === effect &&
        resourceFitOf(other).suits(action) &&
        other.matchesAction(action.fullName),
    );
    known.set(action, answer);
  }
  return answer;
}

function formatsHelp(actions: readonly Action[]): string | undefined {
  const formats = [
    ...new Set(actions.flatMap((action) => resourceTypesOf(action).flatMap(({ arnFormats }) => arnFormats))),
  ];
  if (formats.length === 0) return undefined;
  return `it works on ${formats
    .slice(0, 3)
    .map((format) => `\`${format}\``)
    .join(', ')}`;
}
