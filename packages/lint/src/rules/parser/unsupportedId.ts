import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `unsupported-id`. */
export const unsupportedId: Rule = {
  id: 'unsupported-id',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['unsupported-id'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(text(allow({}).text.replace('{', '{"Id":"x",')), {
          at: '/Id',
          message: 'found `Id` in an identity-based policy, which only resource-based policies have',
          help: 'remove it',
          marks: '"x"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
