import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds, statement, text } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `rcp-version`. */
export const rcpVersion: Rule = {
  id: 'rcp-version',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Version'],
  get doc(): string {
    return DIAGNOSTIC_CODES['rcp-version'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          text(
            documentOf('rcp', statement('Deny', { Principal: '*', Resource: '*' })).text.replace(
              '2012',
              '2008',
            ),
            'rcp',
          ),
          {
            at: '/Version',
            message: 'found no `Version` 2012-10-17, which a resource control policy needs',
            help: 'add `"Version": "2012-10-17"`',
            marks: '"2008-10-17"',
          },
        ),
      ],
      good: [documentOf('rcp', statement('Deny', { Principal: '*', Resource: '*' }))],
    };
  },
};
