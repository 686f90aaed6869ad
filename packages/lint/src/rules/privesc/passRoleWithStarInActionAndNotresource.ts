import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkScope, scopeDoc, scopeExamples, type RiskyScope } from '../_internals/riskyScope.ts';

const SCOPE: RiskyScope = {
  target: 'iam:PassRole',
  action: 'star',
  resource: 'not',
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
};

/** Reports `iam:PassRole` that is allowed by a wildcard on all roles but some. */
export const passRoleWithStarInActionAndNotresource: Rule = {
  id: 'pass-role-with-star-in-action-and-notresource',
  group: 'privesc',
  severity: 'warning',
  aliases: { accessAnalyzer: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE' },
  reads: ['Action', 'Resource', 'Condition'],
  get doc(): string {
    return scopeDoc(SCOPE);
  },
  get examples(): RuleExamples {
    return scopeExamples(SCOPE, {
      at: '/Statement/0/Action',
      message: 'found `iam:PassRole` by a wildcard and all roles but some by `NotResource`',
      help: 'name the roles, and add a condition on `iam:PassedToService`',
      marks: '"iam:Pass*"',
    });
  },
  check: (context) => checkScope(context, SCOPE),
};
