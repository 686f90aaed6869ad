import { quote } from '@policywright/policy/text';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement, trust } from '../_internals/exampleDocuments.ts';

/** The action that sets a key in a session, by start of the key in lower case. */
const SETTERS: readonly (readonly [string, string])[] = [
  ['sts:sourceidentity', 'sts:SetSourceIdentity'],
  ['sts:transitivetagkeys', 'sts:TagSession'],
  ['aws:requesttag/', 'sts:TagSession'],
  ['aws:tagkeys', 'sts:TagSession'],
];
const KEYS_OF_SESSIONS = [
  'sts:SourceIdentity',
  'sts:TransitiveTagKeys',
  'aws:RequestTag/team',
  'aws:TagKeys',
];
const ASSUME = { Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/r' };
const TAG = { StringEquals: { 'aws:RequestTag/team': 'a' } };
const Principal = { AWS: '111122223333' };
const Condition = { StringLike: { 'sts:SourceIdentity': 'a*' } };

/** Reports conditions on what callers of a session may not set. */
export const missingActionForConditionKey: Rule = {
  id: 'missing-action-for-condition-key',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ACTION_FOR_CONDITION_KEY' },
  reads: ['Action', 'Condition'],
  doc: 'a statement about sessions of STS needs a condition key, and nothing allows the action with which callers set it',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal, Condition }), {
          at: '/Statement/0/Condition/StringLike/sts:SourceIdentity',
          message: 'found a condition on `sts:SourceIdentity` without the action `sts:SetSourceIdentity`',
          help: 'allow `sts:SetSourceIdentity` too',
          marks: '"sts:SourceIdentity"',
        }),
        ...KEYS_OF_SESSIONS.map((key) =>
          finds(allow({ ...ASSUME, Condition: { StringEquals: { [key]: 'a' } } }), {
            at: `/Statement/0/Condition/StringEquals/${key.replace('/', '~1')}`,
          }),
        ),
        finds(trust({ Principal, Action: ['sts:AssumeRole', 'sts:TagSession'], Condition }), {
          at: '/Statement/0/Condition/StringLike/sts:SourceIdentity',
        }),
      ],
      good: [
        trust({ Principal, Condition, Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] }),
        allow({ ...ASSUME, Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'], Condition }),
        allow({ ...ASSUME, Action: 'sts:*', Condition }),
        documentOf(
          'identity',
          statement('Allow', { ...ASSUME, Condition }),
          statement('Allow', { ...ASSUME, Action: 'sts:SetSourceIdentity' }),
        ),
        allow({ ...ASSUME, Condition: { StringNotLike: { 'sts:SourceIdentity': 'a*' } } }),
        // Tags of other requests need other actions.
        allow({ Action: 'ec2:RunInstances', Resource: '*', Condition: TAG }),
        allow({ ...ASSUME, Action: ['sts:AssumeRole', 'ec2:CreateTags'], Condition: TAG }),
        deny({ ...ASSUME, Condition }),
        documentOf('scp', statement('Allow', { ...ASSUME, Condition })),
        allow({ ...ASSUME, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
        allow({ ...ASSUME, Action: undefined, NotAction: 'sts:AssumeRole*', Condition }),
      ],
    };
  },
  *check(context) {
    if (!context.grants) return;
    const allowed = context.comparableStatements.filter(({ allows }) => allows);
    for (const { conditions, actions } of allowed) {
      // In other policies the keys are of other requests too. A `NotAction` leaves the action that sets the key open.
      if (context.type !== 'trust' && !actions.every(isOfSession)) continue;
      for (const facts of conditions) {
        const setter = SETTERS.find(([start]) => facts.key.startsWith(start))?.[1];
        if (setter === undefined || !facts.needsKey) continue;
        if (allowed.some((statement) => statement.matchesAction(setter))) continue;
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found a condition on ${quote(facts.condition.key)} without the action \`${setter}\``,
          help: `allow \`${setter}\` too`,
        };
      }
    }
  },
};

function isOfSession({ facts, unknown }: ListEntry<ActionFacts>): boolean {
  return !unknown && facts.lower.startsWith('sts:assumerole');
}
