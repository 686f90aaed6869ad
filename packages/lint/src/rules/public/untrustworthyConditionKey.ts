import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { isForServices } from '../_internals/servicePrincipals.ts';

/** Keys whose values are headers that callers write; source: "AWS global condition context keys", 2026-11-29. */
const WRITTEN_BY_CALLERS: ReadonlySet<string> = new Set(['aws:referer', 'aws:useragent']);
const referer = { 'aws:Referer': 'https://www.example.com/*' };

/** Reports conditions on what callers say of themselves. */
export const untrustworthyConditionKey: Rule = {
  id: 'untrustworthy-condition-key',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'UNTRUSTWORTHY_CONDITION_KEY' },
  reads: ['Condition'],
  doc: 'a condition is on a header that callers write as they like, so that it keeps nobody out',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: '*', Condition: { StringLike: referer } }), {
          at: '/Statement/0/Condition/StringLike/aws:Referer',
          message: 'found a condition on `aws:Referer`, a header that callers write as they like',
          help: 'use a key that callers cannot choose, such as `aws:PrincipalArn` or `aws:SourceVpce`',
          marks: '"aws:Referer"',
        }),
        finds(deny({ Condition: { StringNotLike: { 'aws:UserAgent': 'app/*' } } }), {
          at: '/Statement/0/Condition/StringNotLike/aws:UserAgent',
        }),
        finds(
          bucket({
            Principal: { Service: 'ses.amazonaws.com', AWS: '111122223333' },
            Condition: { StringEquals: { 'aws:Referer': '111122223333' } },
          }),
          { at: '/Statement/0/Condition/StringEquals/aws:Referer' },
        ),
        finds(
          documentOf(
            'resource',
            statement('Deny', {
              NotPrincipal: { Service: 'ses.amazonaws.com' },
              Condition: { StringNotLike: referer },
            }),
          ),
          { at: '/Statement/0/Condition/StringNotLike/aws:Referer' },
        ),
      ],
      good: [
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/referer': 'a' } } }),
        // A service writes the header itself.
        bucket({
          Principal: { Service: 'ses.amazonaws.com' },
          Condition: { StringEquals: { 'aws:Referer': '111122223333' } },
        }),
      ],
    };
  },
  *check(context) {
    for (const { facts, statement } of context.conditions) {
      if (!WRITTEN_BY_CALLERS.has(facts.key) || isForServices(context, statement)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found a condition on ${quote(facts.condition.key)}, a header that callers write as they like`,
        help: 'use a key that callers cannot choose, such as `aws:PrincipalArn` or `aws:SourceVpce`',
      };
    }
  },
};
