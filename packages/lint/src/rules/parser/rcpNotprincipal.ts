import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `rcp-notprincipal`. */
export const rcpNotprincipal: Rule = {
  id: 'rcp-notprincipal',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'RCP_SYNTAX_ERROR_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['rcp-notprincipal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', statement('Deny', { NotPrincipal: '*' })), {
          at: '/Statement/0/NotPrincipal',
          message: 'found `NotPrincipal`, which a resource control policy does not have',
          help: 'remove it, or check the type of the policy',
          marks: '"*"',
        }),
      ],
      good: [documentOf('rcp', statement('Deny', { Principal: '*', Resource: '*' }))],
    };
  },
};
