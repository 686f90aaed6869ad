import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports which checks looked at a part of the document only; runs after all others. */
export const checksCutShort: Rule = {
  id: 'checks-cut-short',
  group: 'quota',
  severity: 'warning',
  aliases: {},
  reads: ['Document'],
  doc: 'a document has more of something than anybody writes, so that a check looked at a part of it only',
  runsLast: true,
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          allow({
            Action: 's3:ListAllMyBuckets',
            Resource: Array.from({ length: 1001 }, (_, at) => `arn:aws:s3:::b${at}`),
          }),
          {
            at: '/Statement/0',
            message: 'found so many resources in a statement that they are not looked through for wildcards',
            help: 'split the document',
            marks: '{',
          },
          {
            at: '/Statement/0/Resource/1000',
            message: 'found 1001 resources, of which the first 1000 are compared with ARN formats',
            help: 'split the document',
          },
        ),
      ],
      good: [allow({ Resource: Array.from({ length: 100 }, (_, at) => `arn:aws:s3:::b/${at}`) })],
    };
  },
  *check({ cuts }) {
    for (const [what, pointer] of cuts) {
      yield { pointer, message: `found ${what}`, help: 'split the document' };
    }
  },
};
