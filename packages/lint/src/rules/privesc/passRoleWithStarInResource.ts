import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkScope, scopeDoc, scopeExamples, type RiskyScope } from '../_internals/riskyScope.ts';

const SCOPE: RiskyScope = {
  target: 'iam:PassRole',
  action: 'named',
  resource: 'star',
  guards: ['iam:PassedToService', 'iam:AssociatedResourceArn'],
};

/** Reports `iam:PassRole` that is allowed by name on all roles. */
export const passRoleWithStarInResource: Rule = {
  id: 'pass-role-with-star-in-resource',
  group: 'privesc',
  severity: 'warning',
  aliases: { accessAnalyzer: 'PASS_ROLE_WITH_STAR_IN_RESOURCE' },
  reads: ['Action', 'Resource', 'Condition'],
  get doc(): string {
    return scopeDoc(SCOPE);
  },
  get examples(): RuleExamples {
    return scopeExamples(SCOPE, {
      at: '/Statement/0/Action',
      message: 'found `iam:PassRole` by its name and all roles by a wildcard',
      help: 'name the roles, and add a condition on `iam:PassedToService`',
      marks: '"iam:PassRole"',
    });
  },
  check: (context) => checkScope(context, SCOPE),
};
