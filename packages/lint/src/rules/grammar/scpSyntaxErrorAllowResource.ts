import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { checkOldGrammar } from '../_internals/oldScpGrammar.ts';

/** Reports resources that the old grammar of service control policies did not have. */
export const scpSyntaxErrorAllowResource: Rule = {
  id: 'scp-syntax-error-allow-resource',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Resource'],
  doc: 'an Allow statement of a service control policy has a `Resource` other than `*`',
  optIn: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('scp', { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:s3:::b` beside Allow, which service control policies accept only since September 2025',
          marks: '"arn:aws:s3:::b"',
        }),
      ],
      good: [
        documentOf(
          'scp',
          { Effect: 'Allow', Action: 's3:*', Resource: '*' },
          { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b' },
          { Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::b' },
        ),
      ],
    };
  },
  check: (context) =>
    checkOldGrammar(context, ({ allows, resources, resourceName }) =>
      allows && resourceName === 'Resource'
        ? resources
            .filter(({ facts }) => !facts.isEverything)
            .map(({ facts, pointer }) => ({ pointer, found: `${quote(facts.text)} beside Allow` }))
        : [],
    ),
};
