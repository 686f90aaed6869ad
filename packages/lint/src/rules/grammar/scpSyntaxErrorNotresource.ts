import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { checkOldGrammar } from '../_internals/oldScpGrammar.ts';

/** Reports NotResource, which the old grammar of service control policies did not have. */
export const scpSyntaxErrorNotresource: Rule = {
  id: 'scp-syntax-error-notresource',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Resource'],
  doc: 'a statement of a service control policy has `NotResource`',
  optIn: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('scp', { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::b' }), {
          at: '/Statement/0/NotResource',
          message: 'found `NotResource`, which service control policies accept only since September 2025',
          marks: '"arn:aws:s3:::b"',
        }),
      ],
      good: [documentOf('scp', { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b' })],
    };
  },
  check: (context) =>
    checkOldGrammar(context, ({ statement, resourcePointer }) =>
      statement.resource?.negated === true ? [{ pointer: resourcePointer, found: '`NotResource`' }] : [],
    ),
};
