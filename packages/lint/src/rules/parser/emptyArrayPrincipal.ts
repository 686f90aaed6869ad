import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-array-principal`. */
export const emptyArrayPrincipal: Rule = {
  id: 'empty-array-principal',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_ARRAY_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['empty-array-principal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: { AWS: [] } }), {
          at: '/Statement/0/Principal/AWS',
          message: 'found an empty list in `AWS`, which matches nothing',
          marks: '[]',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
