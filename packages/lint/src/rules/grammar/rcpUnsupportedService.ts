import { getService } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Principal: '*', Resource: '*' };

/** Reports actions of services that resource control policies do not apply to. */
export const rcpUnsupportedService: Rule = {
  id: 'rcp-unsupported-service',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'RCP_SYNTAX_ERROR_ACTION' },
  reads: ['Action'],
  doc: 'a resource control policy names a service that such policies do not apply to (S169)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', { ...statement, Action: 'iam:*' }), {
          at: '/Statement/0/Action',
          message: 'found `iam:*`, but resource control policies do not apply to `iam`',
          marks: '"iam:*"',
        }),
      ],
      good: [
        documentOf('rcp', { ...statement, Action: ['s3:*', 'sqs:SendMessage'] }),
        documentOf('scp', { Effect: 'Deny', Action: 'iam:*', Resource: '*' }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'rcp') return;
    for (const entry of context.actions) {
      const { facts } = entry;
      if (getService(facts.prefix)?.resourceControlPolicies !== false) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, but resource control policies do not apply to \`${facts.prefix}\``,
      };
    }
  },
};
