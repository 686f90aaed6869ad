import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `rcp-principal`. */
export const rcpPrincipal: Rule = {
  id: 'rcp-principal',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'RCP_SYNTAX_ERROR_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['rcp-principal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', statement('Deny', { Principal: { AWS: '111122223333' } })), {
          at: '/Statement/0/Principal',
          message: 'found an object, expected `"*"` in a resource control policy',
          marks: '{',
        }),
      ],
      good: [documentOf('rcp', statement('Deny', { Principal: '*', Resource: '*' }))],
    };
  },
};
