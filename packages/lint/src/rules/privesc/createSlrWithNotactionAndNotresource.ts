import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkScope, scopeDoc, scopeExamples, type RiskyScope } from '../_internals/riskyScope.ts';

const SCOPE: RiskyScope = {
  target: 'iam:CreateServiceLinkedRole',
  action: 'not',
  resource: 'not',
  guards: ['iam:AWSServiceName'],
};

/** Reports `iam:CreateServiceLinkedRole` that is allowed by NotAction on all roles but some. */
export const createSlrWithNotactionAndNotresource: Rule = {
  id: 'create-slr-with-notaction-and-notresource',
  group: 'privesc',
  severity: 'warning',
  aliases: { accessAnalyzer: 'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE' },
  reads: ['Action', 'Resource', 'Condition'],
  get doc(): string {
    return scopeDoc(SCOPE);
  },
  get examples(): RuleExamples {
    return scopeExamples(SCOPE, {
      at: '/Statement/0/NotAction',
      message: 'found `iam:CreateServiceLinkedRole` by `NotAction` and all roles but some by `NotResource`',
      help: 'name the roles, and add a condition on `iam:AWSServiceName`',
      marks: '"s3:*"',
    });
  },
  check: (context) => checkScope(context, SCOPE),
};
