import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `missing-arn-field`. */
export const missingArnField: Rule = {
  id: 'missing-arn-field',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ARN_FIELD', parliament: 'INVALID_ARN' },
  reads: ['Resource'],
  get doc(): string {
    return DIAGNOSTIC_CODES['missing-arn-field'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:b' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:s3:b` in `Resource`, expected the six fields of an ARN, found 4',
          marks: '"arn:aws:s3:b"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
