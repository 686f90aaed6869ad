import { compileGlob, overlap } from '@policywright/arn';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

const settings = { forbiddenActions: ['iam:*User*'] };

/** Reports actions that the settings forbid. */
export const forbiddenActionConfigured: Rule = {
  id: 'forbidden-action-configured',
  group: 'privesc',
  severity: 'error',
  aliases: {},
  reads: ['Action'],
  doc: 'an Allow statement takes in an action that the setting `forbiddenActions` names',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          { ...allow({ Action: 'iam:Create*', Resource: '*' }), settings },
          {
            at: '/Statement/0/Action',
            message: 'found `iam:Create*`, which takes in the forbidden `iam:*User*`',
            marks: '"iam:Create*"',
          },
        ),
        finds(
          {
            ...allow({ Action: 'iam:CreateUser', Resource: '*' }),
            settings: { forbiddenActions: ['IAM:createuser'] },
          },
          { at: '/Statement/0/Action' },
        ),
      ],
      good: [
        { ...allow({ Action: 'iam:GetRole', Resource: '*' }), settings },
        // What only filters allows nobody anything.
        { ...allow({ Action: '*', Resource: '*' }), type: 'scp', settings },
        { ...deny({ Action: 'iam:CreateUser', Resource: '*' }), settings },
        { ...allow({ NotAction: 'iam:CreateUser', Resource: '*' }), settings },
      ],
    };
  },
  *check({ settings: { forbiddenActions = [] }, grants, statements }) {
    const forbidden = forbiddenActions.map((text) => ({
      text,
      matcher: compileGlob(text, { ignoreCase: true }),
    }));
    if (!grants) return;
    for (const { allows, actions, statement } of statements) {
      if (!allows || statement.action.negated) continue;
      for (const entry of actions) {
        const { facts, unknown } = entry;
        const hit = unknown
          ? undefined
          : forbidden.find(({ matcher }) => overlap(facts.matcher, matcher).verdict !== 'no');
        if (hit !== undefined)
          yield {
            pointer: entry.pointer,
            message: `found ${quote(facts.text)}, which takes in the forbidden ${quote(hit.text)}`,
          };
      }
    }
  },
};
