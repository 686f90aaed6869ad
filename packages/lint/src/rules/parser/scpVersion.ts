import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `scp-version`. */
export const scpVersion: Rule = {
  id: 'scp-version',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Version'],
  get doc(): string {
    return DIAGNOSTIC_CODES['scp-version'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          text(documentOf('scp', statement('Deny', { Resource: '*' })).text.replace('2012', '2008'), 'scp'),
          {
            at: '/Version',
            message: 'found no `Version` 2012-10-17, which a service control policy needs',
            help: 'add `"Version": "2012-10-17"`',
            marks: '"2008-10-17"',
          },
        ),
      ],
      good: [documentOf('scp', statement('Deny', { Resource: '*' }))],
    };
  },
};
