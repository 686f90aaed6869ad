import { isBase64 } from '@policywright/conditions/values';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** Reports values of text operators that are not JSON strings. */
export const typeMismatchString: Rule = {
  id: 'type-mismatch-string',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_STRING' },
  reads: ['Condition'],
  doc: 'a value of a String, ARN, IP or Binary operator is a JSON number or boolean, or one of `BinaryEquals` is no base64 (S104)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:PrincipalTag/level': 5 } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1level',
          message: 'found `5` under `StringEquals`, expected a JSON string',
          marks: '5',
        }),
        finds(allow({ Condition: { BinaryEquals: { 'kms:RecipientAttestation:PCR0': 'not base64' } } }), {
          at: '/Statement/0/Condition/BinaryEquals/kms:RecipientAttestation:PCR0',
          message: 'found `not base64` under `BinaryEquals`, expected base64 such as `QmluYXJ5`',
        }),
        finds(
          allow({
            Condition: {
              ArnLike: { 'aws:SourceArn': false },
              IpAddress: { 'aws:SourceIp': 10 },
              BinaryEquals: { 'kms:RecipientAttestation:PCR0': 5 },
            },
          }),
          { at: '/Statement/0/Condition/ArnLike/aws:SourceArn' },
          { at: '/Statement/0/Condition/IpAddress/aws:SourceIp' },
          { at: '/Statement/0/Condition/BinaryEquals/kms:RecipientAttestation:PCR0' },
        ),
      ],
      good: [
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/level': '5' } } }),
        allow({ Condition: { BinaryEquals: { 'kms:RecipientAttestation:PCR0': 'QmluYXJ5' } } }),
      ],
    };
  },
  *check(context) {
    yield* checkValues(context, {
      families: ['String', 'Arn', 'Ip', 'Binary'],
      expected: 'a JSON string',
      isValid: ({ node }) => node?.kind === 'string',
    });
    yield* checkValues(context, {
      families: ['Binary'],
      expected: 'base64 such as `QmluYXJ5`',
      isValid: ({ text, node }) => node?.kind !== 'string' || isBase64(text),
    });
  },
};
