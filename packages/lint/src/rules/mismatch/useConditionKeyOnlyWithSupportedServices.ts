import { quote, quoteAll } from '@policywright/policy/text';
import { hasKnownService } from '../../facts/catalogActions.ts';
import { endpointKeys } from '../../data/endpointKeys.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const Condition = { StringNotEqualsIfExists: { 'aws:VpceOrgID': 'o-a1b2c3d4e5' } };
const AT = '/Statement/0/Condition/StringNotEqualsIfExists/aws:VpceOrgID';

/** Reports keys about VPC endpoints beside actions of services that do not set them. */
export const useConditionKeyOnlyWithSupportedServices: Rule = {
  id: 'use-condition-key-only-with-supported-services',
  group: 'mismatch',
  severity: 'warning',
  aliases: { accessAnalyzer: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES' },
  reads: ['Action', 'Condition'],
  doc: 'a condition is on a key about VPC endpoints that requests for some of the actions never have, since their service does not set it',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ Action: ['s3:GetObject', 'sns:Publish', 'ec2:*'], Resource: '*', Condition }), {
          at: AT,
          message:
            'found the condition key `aws:VpceOrgID` beside `sns:Publish`, `ec2:*`, whose requests do not all have it',
          help: 'keep the statement to actions of services that set it',
          marks: '"aws:VpceOrgID"',
        }),
        finds(deny({ Action: ['s3:GetObject', '*'], Resource: '*', Condition }), {
          at: AT,
          message: 'found the condition key `aws:VpceOrgID` beside `*`, whose requests do not all have it',
          help: 'keep the statement to actions of services that set it',
        }),
        finds(deny({ Action: ['s*:Get*'], Resource: '*', Condition }), { at: AT }),
        finds(deny({ Action: ['iam:PassRole', 'iam:CreateRole'], Resource: '*', Condition }), {
          at: AT,
          message:
            'found the condition key `aws:VpceOrgID` beside `iam:PassRole`, whose requests do not all have it',
          help: 'keep the statement to actions of services that set it',
        }),
        finds(deny({ NotAction: 's3:*', Resource: '*', Condition }), {
          at: AT,
          message:
            'found the condition key `aws:VpceOrgID` beside `NotAction`, whose requests do not all have it',
          help: 'keep the statement to actions of services that set it',
        }),
        finds(
          deny({
            Action: 'sqs:SendMessage',
            Resource: '*',
            Condition: {
              StringNotEquals: { 'aws:VpceAccount': '111122223333' },
              ArnNotLike: { 'aws:SourceVpcArn': 'arn:aws:ec2:*:111122223333:vpc/*' },
              'ForAllValues:StringNotLike': { 'aws:VpceOrgPaths': 'o-a1b2c3d4e5/*' },
            },
          }),
          { at: '/Statement/0/Condition/StringNotEquals/aws:VpceAccount' },
          { at: '/Statement/0/Condition/ArnNotLike/aws:SourceVpcArn' },
          { at: '/Statement/0/Condition/ForAllValues:StringNotLike/aws:VpceOrgPaths' },
        ),
      ],
      good: [
        deny({ Action: ['s3:*', 'SQS:SendMessage', 'iam:CreateRole'], Resource: '*', Condition }),
        deny({
          Action: ['sns:Publish'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
        }),
        // The test of presence is how a statement is kept to requests that have the key.
        documentOf(
          'scp',
          statement('Deny', { Action: '*', Resource: '*', Condition: { Null: { 'aws:VpceOrgID': 'true' } } }),
        ),
        deny({ Action: 'nosuchservice:*', Resource: '*', Condition }),
      ],
    };
  },
  *check(context) {
    for (const { facts, statement: at } of context.conditions) {
      const services = facts.family === 'Null' ? undefined : endpointKeys().get(facts.key);
      if (services === undefined) continue;
      const without = actionsWithout(at, services);
      const { negated } = at.statement.action;
      if (without.length === 0 && !negated) continue;
      const besides = negated ? '`NotAction`' : quoteAll(without);
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found the condition key ${quote(facts.condition.key)} beside ${besides}, whose requests do not all have it`,
        help: 'keep the statement to actions of services that set it',
      };
    }
  },
};

/** The entries of `Action` that take in services which do not set a key. */
function actionsWithout({ actions }: StatementFacts, services: ReadonlySet<string>): readonly string[] {
  return actions
    .filter(({ facts, unknown }) => {
      if (unknown) return false;
      if (facts.isOfAnyService) return true;
      if (facts.lower === 'iam:passrole') return true;
      return hasKnownService(facts) && !services.has(facts.prefix);
    })
    .map(({ facts }) => facts.text);
}
