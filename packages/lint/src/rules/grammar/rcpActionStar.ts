import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Principal: '*', Resource: '*' };

/** Reports `*` as an action of a resource control policy. */
export const rcpActionStar: Rule = {
  id: 'rcp-action-star',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'RCP_SYNTAX_ERROR_ACTION' },
  reads: ['Action'],
  doc: 'a resource control policy has `*` alone as an action, which Organizations does not accept (S32)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', { ...statement, Action: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `*` as an action of a resource control policy',
          help: 'name the services: `s3:*`',
          marks: '"*"',
        }),
      ],
      good: [
        documentOf('rcp', { ...statement, Action: 's3:*' }),
        documentOf('rcp', { ...statement, Effect: 'Allow', Action: '*' }),
        documentOf('scp', { Effect: 'Deny', Action: '*', Resource: '*' }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'rcp') return;
    // An Allow is either that of RCPFullAWSAccess or reported as a whole.
    for (const { actions } of context.statements.filter(({ allows }) => !allows)) {
      for (const { facts, pointer } of actions) {
        if (!facts.isEverything) continue;
        yield {
          pointer,
          message: 'found `*` as an action of a resource control policy',
          help: 'name the services: `s3:*`',
        };
      }
    }
  },
};
