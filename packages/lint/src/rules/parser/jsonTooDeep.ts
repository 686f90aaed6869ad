import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `json-too-deep`. */
export const jsonTooDeep: Rule = {
  id: 'json-too-deep',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['json-too-deep'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(text('['.repeat(300)), {
          at: '',
          message: 'found values that are nested deeper than the limit',
          help: 'no element of a policy is nested more than six deep',
          marks: '[',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
