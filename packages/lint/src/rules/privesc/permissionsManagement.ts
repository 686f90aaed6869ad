import { quote, quoteAll } from '@policywright/policy/text';
import { managingActions } from '../../facts/catalogActions.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Reports actions that manage permissions. */
export const permissionsManagement: Rule = {
  id: 'permissions-management',
  group: 'privesc',
  severity: 'info',
  aliases: { parliament: 'PERMISSIONS_MANAGEMENT_ACTIONS' },
  reads: ['Action'],
  doc: 'a statement allows an action of the access level permissions management',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          allow({ Action: ['iam:PutRolePolicy', 's3:PutBucket*'], Resource: '*' }),
          {
            at: '/Statement/0/Action/0',
            message: 'found `iam:PutRolePolicy`: it manages permissions',
            marks: '"iam:PutRolePolicy"',
          },
          {
            at: '/Statement/0/Action/1',
            message:
              'found `s3:PutBucket*`, which takes in `s3:PutBucketAcl`, `s3:PutBucketOwnershipControls`, `s3:PutBucketPolicy` and 1 more: it manages permissions',
          },
        ),
      ],
      good: [
        allow({ Action: 's3:GetObject' }),
        deny({ Action: 'iam:PutRolePolicy', Resource: '*' }),
        allow({ NotAction: 'iam:PutRolePolicy', Resource: '*' }),
        allow({ Action: '*', Resource: '*' }),
        documentOf('scp', statement('Allow', { Action: 'iam:PutRolePolicy', Resource: '*' })),
      ],
    };
  },
  *check(context) {
    if (!context.grants) return;
    for (const { allows, statement, actions } of context.statements) {
      if (!allows || statement.action.negated) continue;
      for (const entry of actions) {
        const { facts, unknown } = entry;
        if (unknown || facts.isEverything) continue;
        const found = managingActions(facts);
        if (found.length === 0) continue;
        const how = facts.hasWildcard ? `, which takes in ${quoteAll(found)}` : '';
        yield {
          pointer: entry.pointer,
          message: `found ${quote(facts.text)}${how}: it manages permissions`,
          actions: found,
        };
      }
    }
  },
};
