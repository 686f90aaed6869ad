import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unsupported-character`. */
export const unsupportedCharacter: Rule = {
  id: 'unsupported-character',
  group: 'grammar',
  severity: 'warning',
  aliases: {},
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unsupported-character'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:::\u0100' }), {
          at: '/Statement/0/Resource',
          message: 'found the character U+0100, expected only U+0020 to U+00FF, tab and line ends',
          help: 'the document cannot be saved with it; `*` or `?` can stand for it in patterns',
          marks: '"arn:aws:s3:::Ā"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
