import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';

/** The action that sets a key in a session, by start of the key in lower case. */
const SETTERS: readonly (readonly [string, string])[] = [
  ['sts:sourceidentity', 'sts:SetSourceIdentity'],
  ['sts:transitivetagkeys', 'sts:TagSession'],
  ['aws:requesttag/', 'sts:TagSession'],
  ['aws:tagkeys', 'sts:TagSession'],
];
const Principal = { AWS: '111122223333' };
const Condition = { StringLike: { 'sts:SourceIdentity': 'a*' } };

/** Reports conditions of trust policies on what callers may not set. */
export const missingActionForConditionKey: Rule = {
  id: 'missing-action-for-condition-key',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ACTION_FOR_CONDITION_KEY' },
  reads: ['Action', 'Condition'],
  doc: 'a trust policy needs a condition key but does not allow the action with which callers set it',
  examples: {
    bad: [
      finds(trust({ Principal, Condition }), {
        at: '/Statement/0/Condition/StringLike/sts:SourceIdentity',
        message: 'found a condition on `sts:SourceIdentity` without the action `sts:SetSourceIdentity`',
        help: 'allow `sts:SetSourceIdentity` too',
      }),
    ],
    good: [trust({ Principal, Condition, Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] })],
  },
  *check(context) {
    if (context.type !== 'trust') return;
    const allowed = context.comparableStatements.filter(({ allows }) => allows);
    for (const { conditions } of allowed) {
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
