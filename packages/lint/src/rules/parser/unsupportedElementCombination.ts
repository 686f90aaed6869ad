import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unsupported-element-combination`. */
export const unsupportedElementCombination: Rule = {
  id: 'unsupported-element-combination',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_ELEMENT_COMBINATION', parliament: 'MALFORMED' },
  reads: ['Statement'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unsupported-element-combination'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:GetObject', NotAction: 's3:PutObject' }), {
          at: '/Statement/0/NotAction',
          message: 'found `Action` and `NotAction` in one statement, expected one of them',
          help: 'split the statement in two',
          marks: '"s3:PutObject"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
