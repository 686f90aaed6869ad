import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `duplicate-key`. */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Document'],
  get doc(): string {
    return DIAGNOSTIC_CODES['duplicate-key'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(text('{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"s3:*","Resource":"*"}}'), {
          at: '/Statement/Effect',
          message: 'found `Effect` a second time in one object',
          help: 'merge the two, or remove one: most readers of JSON keep only the last',
          marks: '"Effect"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
