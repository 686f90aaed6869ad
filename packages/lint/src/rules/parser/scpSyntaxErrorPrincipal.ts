import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `scp-syntax-error-principal`. */
export const scpSyntaxErrorPrincipal: Rule = {
  id: 'scp-syntax-error-principal',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'SCP_SYNTAX_ERROR_PRINCIPAL' },
  reads: ['Principal'],
  get doc(): string {
    return DIAGNOSTIC_CODES['scp-syntax-error-principal'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('scp', statement('Deny', { Principal: '*' })), {
          at: '/Statement/0/Principal',
          message: 'found `Principal`, which a service control policy does not have',
          help: 'remove it, or check the type of the policy',
          marks: '"*"',
        }),
      ],
      good: [documentOf('scp', statement('Deny', { Resource: '*' }))],
    };
  },
};
