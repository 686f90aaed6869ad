import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkScope, scopeDoc, scopeExamples, type RiskyScope } from '../_internals/riskyScope.ts';

const SCOPE: RiskyScope = {
  target: 'iam:CreateServiceLinkedRole',
  action: 'star',
  resource: 'star',
  guards: ['iam:AWSServiceName'],
};

/** Reports `iam:CreateServiceLinkedRole` that is allowed by a wildcard on all roles. */
export const createSlrWithStarInActionAndResource: Rule = {
  id: 'create-slr-with-star-in-action-and-resource',
  group: 'privesc',
  severity: 'warning',
  aliases: { accessAnalyzer: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE' },
  reads: ['Action', 'Resource', 'Condition'],
  get doc(): string {
    return scopeDoc(SCOPE);
  },
  get examples(): RuleExamples {
    return scopeExamples(SCOPE, {
      at: '/Statement/0/Action',
      message: 'found `iam:CreateServiceLinkedRole` by a wildcard and all roles by a wildcard',
      help: 'name the roles, and add a condition on `iam:AWSServiceName`',
      marks: '"iam:Crea*"',
    });
  },
  check: (context) => checkScope(context, SCOPE),
};
