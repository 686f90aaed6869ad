import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `rcp-effect`. */
export const rcpEffect: Rule = {
  id: 'rcp-effect',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'RCP_SYNTAX_ERROR_ALLOW' },
  reads: ['Effect'],
  get doc(): string {
    return DIAGNOSTIC_CODES['rcp-effect'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', statement('Allow', { Principal: '*' })), {
          at: '/Statement/0/Effect',
          message: 'found `Allow`, expected `Deny` in a resource control policy',
          marks: '"Allow"',
        }),
      ],
      good: [
        documentOf('rcp', statement('Deny', { Principal: '*', Resource: '*' })),
        documentOf('rcp', statement('Allow', { Principal: '*', Action: '*', Resource: '*' })),
      ],
    };
  },
};
