import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `empty-object-principal`. */
export const emptyObjectPrincipal: Rule = {
  id: 'empty-object-principal',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_OBJECT_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['empty-object-principal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: {} }), {
          at: '/Statement/0/Principal',
          message: 'found `Principal` without members, which matches nobody',
          marks: '{}',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
