import type { Effect } from '@policywright/policy';
import { quote, quoteAll } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { isTagKey, neverHasKey } from '../../facts/keyPresence.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { ExampleFinding, Report, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, type ExampleStatement } from './exampleDocuments.ts';

/** What a rule for tag keys in statements with `Action` whose requests never have them reports, in a sentence. */
export function tagKeyDoc(effect: Effect): string {
  return `${startOf(effect)} with a condition on tags names actions whose requests never have the key, so that it has no effect on them (S182)`;
}

/** What a rule for tag keys in statements with `NotAction`, which takes in requests without them reports, in a sentence. */
export function tagKeyNotActionDoc(effect: Effect): string {
  return `${startOf(effect)} with a condition on tags has \`NotAction\`, which takes in services without such keys (S182)`;
}

/** The elements that say which actions a statement is about: each has its rules for tag keys. */
type ActionElement = 'Action' | 'NotAction';

/** The examples of the rule for an effect and an element; what the other three find, it is silent on. */
export function tagKeyExamples(effect: Effect, element: ActionElement): RuleExamples {
  const [own, other] = effect === 'Allow' ? [allow, deny] : [deny, allow];
  const found = FOUND[element];
  const foundByOthers = FOUND[element === 'Action' ? 'NotAction' : 'Action'];
  return {
    bad: found.map(({ statement, finding }) => finds(own(statement), finding)),
    good: [
      ...SILENT.map((statement) => own(statement)),
      ...found.map(({ statement }) => other(statement)),
      ...foundByOthers.map(({ statement }) => own(statement)),
    ],
  };
}

const OF_RESOURCE = { StringEquals: { 'aws:ResourceTag/team': 'blue' } };

interface TagExample {
  readonly statement: ExampleStatement;
  readonly finding: ExampleFinding;
}

const FOUND: Readonly<Record<ActionElement, readonly TagExample[]>> = {
  Action: [
    {
      statement: {
        Action: ['ec2:StopInstances', 'health:DescribeEvents'],
        Resource: '*',
        Condition: OF_RESOURCE,
      },
      finding: {
        at: '/Statement/0/Condition/StringEquals/aws:ResourceTag~1team',
        message:
          'found the condition key `aws:ResourceTag/team`, which requests for `health:DescribeEvents` never have',
        help: 'move these actions to a statement without it',
        marks: '"aws:ResourceTag/team"',
      },
    },
    {
      statement: {
        Action: ['s3:ListAllMyBuckets', 's3:CreateBucket'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } },
      },
      finding: { at: '/Statement/0/Condition/StringEquals/aws:RequestTag~1team' },
    },
  ],
  NotAction: [
    {
      statement: { NotAction: 'iam:*', Resource: '*', Condition: OF_RESOURCE },
      finding: {
        at: '/Statement/0/Condition/StringEquals/aws:ResourceTag~1team',
        message:
          'found the condition key `aws:ResourceTag/team` beside `NotAction`: actions without this key never match',
        help: 'name the actions with `Action`',
        marks: '"aws:ResourceTag/team"',
      },
    },
  ],
};

/** What none of the rules finds. Other rules speak of an action that does not exist. */
const SILENT: readonly ExampleStatement[] = [
  { Action: ['ec2:Describe*', 'ec2:Stop*', '*'], Resource: '*', Condition: OF_RESOURCE },
  { Action: 'ec2:StopInstances', Resource: '*', Condition: OF_RESOURCE },
  { Action: 's3:Frobnicate', Resource: '*', Condition: OF_RESOURCE },
  { Condition: { StringLike: { 's3:prefix': 'a/*' } } },
  {
    NotAction: 'ec2:StopInstances',
    Resource: '*',
    Condition: { StringEqualsIfExists: { 'aws:ResourceTag/team': 'blue' } },
  },
  // Keys that are no tags are in other requests too.
  {
    NotAction: 'iam:*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  },
];

function startOf(effect: Effect): string {
  return effect === 'Allow' ? 'an Allow statement' : 'a Deny statement';
}

/** Reports tag keys that a statement needs and that requests for some of its actions never have. */
export function* checkTagKeys(context: LintContext, effect: Effect): Iterable<Report> {
  for (const { facts, statement } of tagConditions(context, effect, false)) {
    const without = statement.actions
      .filter(({ unknown }) => !unknown)
      .map((entry) => entry.facts)
      .filter((action) => neverHasKey(action, facts));
    if (without.length === 0) continue;
    yield {
      pointer: facts.pointer,
      markName: true,
      message: `found the condition key ${quote(facts.condition.key)}, which requests for ${quoteAll(without.map(({ text }) => text))} never have`,
      help: 'move these actions to a statement without it',
    };
  }
}

/** Reports tag keys beside `NotAction`, where most services do not have them. */
export function* checkTagKeysOfNotAction(context: LintContext, effect: Effect): Iterable<Report> {
  for (const { facts } of tagConditions(context, effect, true)) {
    yield {
      pointer: facts.pointer,
      markName: true,
      message: `found the condition key ${quote(facts.condition.key)} beside \`NotAction\`: actions without this key never match`,
      help: 'name the actions with `Action`',
    };
  }
}

function tagConditions(
  { statements }: LintContext,
  effect: Effect,
  negated: boolean,
): readonly { readonly facts: ConditionFacts; readonly statement: StatementFacts }[] {
  return statements
    .filter(({ statement }) => statement.effect === effect && statement.action.negated === negated)
    .flatMap((statement) =>
      statement.conditions
        .filter((facts) => facts.needsKey && isTagKey(facts))
        .map((facts) => ({ facts, statement })),
    );
}
