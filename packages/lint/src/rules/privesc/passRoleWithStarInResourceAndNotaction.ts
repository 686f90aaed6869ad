import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkScope, scopeDoc, scopeExamples, type RiskyScope } from '../_internals/riskyScope.ts';

const SCOPE: RiskyScope = {
  target: 'iam:PassRole',
  action: 'not',
  resource: 'star',
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
};

/** Reports `iam:PassRole` that is allowed by NotAction on all roles. */
export const passRoleWithStarInResourceAndNotaction: Rule = {
  id: 'pass-role-with-star-in-resource-and-notaction',
  group: 'privesc',
  severity: 'warning',
  aliases: { accessAnalyzer: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION' },
  reads: ['Action', 'Resource', 'Condition'],
  get doc(): string {
    return scopeDoc(SCOPE);
  },
  get examples(): RuleExamples {
    return scopeExamples(SCOPE, {
      at: '/Statement/0/NotAction',
      message: 'found `iam:PassRole` by `NotAction` and all roles by a wildcard',
      help: 'name the roles, and add a condition on `iam:PassedToService`',
      marks: '"s3:*"',
    });
  },
  check: (context) => checkScope(context, SCOPE),
};
