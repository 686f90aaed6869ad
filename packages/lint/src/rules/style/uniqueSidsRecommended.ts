import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const TWICE = documentOf(
  'resource',
  statement('Allow', { Sid: 'A', Principal: { AWS: '111122223333' } }),
  statement('Deny', { Sid: 'A', Principal: { AWS: '444455556666' } }),
);

/** Reports statements of resource policies that share a Sid; IAM's own policies must not, which the parser checks. */
export const uniqueSidsRecommended: Rule = {
  id: 'unique-sids-recommended',
  group: 'style',
  severity: 'warning',
  aliases: { accessAnalyzer: 'UNIQUE_SIDS_RECOMMENDED' },
  reads: ['Sid'],
  doc: 'two statements share a `Sid`, so that reports and diffs cannot tell them apart',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(TWICE, { at: '/Statement/1/Sid', message: 'found the Sid `A` a second time', marks: '"A"' }),
        finds({ ...TWICE, type: 'vpcEndpoint' }, { at: '/Statement/1/Sid' }),
        finds({ text: TWICE.text }, { at: '/Statement/1/Sid' }),
      ],
      good: [
        bucket({ Sid: 'A', Principal: { AWS: '111122223333' } }),
        // In other policies it is an error.
        { ...TWICE, type: 'rcp' },
        ...[{}, { Sid: '' }].map((sid) =>
          documentOf(
            'resource',
            ...['111122223333', '444455556666'].map((AWS) =>
              statement('Allow', { ...sid, Principal: { AWS } }),
            ),
          ),
        ),
      ],
    };
  },
  *check(context) {
    const { type } = context.policy;
    if (type !== undefined && type !== 'resource' && type !== 'vpcEndpoint') return;
    const seen = new Set<string>();
    for (const {
      statement: { sid },
      pointer,
    } of context.statements) {
      if (sid === undefined || sid === '') continue;
      if (seen.has(sid)) {
        yield { pointer: `${pointer}/Sid`, message: `found the Sid ${quote(sid)} a second time` };
      }
      seen.add(sid);
    }
  },
};
