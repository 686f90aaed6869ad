import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `rcp-notaction`. */
export const rcpNotaction: Rule = {
  id: 'rcp-notaction',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'RCP_SYNTAX_ERROR_NOTACTION' },
  reads: ['Action'],
  get doc(): string {
    return DIAGNOSTIC_CODES['rcp-notaction'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', statement('Deny', { Principal: '*', NotAction: 's3:*' })), {
          at: '/Statement/0/NotAction',
          message: 'found `NotAction`, which a resource control policy does not have',
          help: 'remove it, or check the type of the policy',
          marks: '"s3:*"',
        }),
      ],
      good: [documentOf('rcp', statement('Deny', { Principal: '*', Resource: '*' }))],
    };
  },
};
