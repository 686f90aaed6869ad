import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { isAudience } from '../_internals/isAudience.ts';

const Principal = { Federated: 'cognito-identity.amazonaws.com' };
const Action = 'sts:AssumeRoleWithWebIdentity';
const key = 'cognito-identity.amazonaws.com:aud';

/** Reports `ForAnyValue` on the audience of a token. */
export const foranyvalueWithAudienceClaimType: Rule = {
  id: 'foranyvalue-with-audience-claim-type',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE' },
  reads: ['Condition'],
  doc: '`ForAnyValue` stands on the audience of a token, which is single-valued at most providers (S86)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal, Action, Condition: { 'ForAnyValue:StringEquals': { [key]: 'pool' } } }), {
          at: `/Statement/0/Condition/ForAnyValue:StringEquals/${key}`,
          message: `found \`ForAnyValue\` on \`${key}\`, which is single-valued at most providers`,
          help: 'write `StringEquals`, but where the tokens of the provider have a list of audiences',
          marks: '"cognito-identity.amazonaws.com:aud"',
        }),
        finds(
          trust({
            Principal,
            Action,
            Condition: { 'ForAnyValue:StringLikeIfExists': { 'idp.example.com/a:AUD': 'p' } },
          }),
          {
            at: '/Statement/0/Condition/ForAnyValue:StringLikeIfExists/idp.example.com~1a:AUD',
            message:
              'found `ForAnyValue` on `idp.example.com/a:AUD`, which is single-valued at most providers',
            help: 'write `StringLikeIfExists`, but where the tokens of the provider have a list of audiences',
          },
        ),
      ],
      good: [
        trust({ Principal, Action, Condition: { StringEquals: { [key]: 'pool' } } }),
        trust({ Principal, Action, Condition: { 'ForAllValues:StringEquals': { [key]: 'pool' } } }),
        trust({
          Principal,
          Action,
          Condition: { 'ForAnyValue:StringEquals': { 'cognito-identity.amazonaws.com:amr': 'a' } },
        }),
        trust({ Principal, Action, Condition: { 'ForAnyValue:Null': { [key]: 'false' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      const { operator, key: name } = facts.condition;
      if (operator.qualifier !== 'ForAnyValue' || facts.family === 'Null' || !isAudience(facts)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found \`ForAnyValue\` on ${quote(name)}, which is single-valued at most providers`,
        help: `write \`${operator.text.replace(/^ForAnyValue:/i, '')}\`, but where the tokens of the provider have a list of audiences`,
      };
    }
  },
};
