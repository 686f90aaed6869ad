import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `invalid-arn-prefix`. */
export const invalidArnPrefix: Rule = {
  id: 'invalid-arn-prefix',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ARN_PREFIX', parliament: 'INVALID_ARN' },
  reads: ['Resource'],
  get doc(): string {
    return DIAGNOSTIC_CODES['invalid-arn-prefix'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'my-bucket/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `my-bucket/*` in `Resource`, expected `*` or an ARN, which starts with `arn:`',
          marks: '"my-bucket/*"',
        }),
        finds(allow({ Resource: '${unknown.name-Bucket}/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `${Bucket}/*` in `Resource`, expected `*` or an ARN, which starts with `arn:`',
          help: 'a reference to such a resource gives its name or address; `Fn::GetAtt` of its `Arn` gives the ARN, as `${X.Arn}` does in `Fn::Sub`',
        }),
        finds(allow({ Resource: 'https://sqs.${region}.amazonaws.com/${queue}' }), {
          at: '/Statement/0/Resource',
          message:
            'found `https://sqs.${region}.amazonaws.com/${queue}` in `Resource`, expected `*` or an ARN, which starts with `arn:`',
        }),
      ],
      good: [
        allow({ Resource: '${bucket}/*' }),
        allow({ Resource: 'a${rest}' }),
        allow({ Resource: 'arn:${partition}:s3:::${bucket}' }),
        allow({ Resource: '*${rest}' }),
      ],
    };
  },
};
