import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkIdFormat } from '../_internals/checkIdFormat.ts';

/** Reports values of `aws:SourceVpce` that are no ids of VPC endpoints. */
export const invalidVpceFormat: Rule = {
  id: 'invalid-vpce-format',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_VPCE_FORMAT' },
  reads: ['Condition'],
  doc: 'a value of `aws:SourceVpce` is no id of a VPC endpoint',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpc-0a1b2c3d4e5f67890' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:SourceVpce',
          message: 'found `vpc-0a1b2c3d4e5f67890`, expected an id such as `vpce-0a1b2c3d4e5f67890`',
          marks: '"vpc-0a1b2c3d4e5f67890"',
        }),
        finds(
          allow({ Condition: { StringLike: { 'aws:SourceVpce': ['vpce-0a1b2c3d4', 'vpce-0a1b2c3g'] } } }),
          {
            at: '/Statement/0/Condition/StringLike/aws:SourceVpce/0',
          },
          { at: '/Statement/0/Condition/StringLike/aws:SourceVpce/1' },
        ),
      ],
      good: [
        allow({ Condition: { StringLike: { 'aws:SourceVpce': ['vpce-0a1b2c3d', 'vpce-*'] } } }),
        allow({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f67890' } } }),
      ],
    };
  },
  check: (context) => checkIdFormat(context, { key: 'aws:sourcevpce', start: 'vpce-' }),
};
