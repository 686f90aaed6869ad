import { federationKeys, federationPresence, getService } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import { keyNeedsTag } from '../../facts/keyNeedsTag.ts';
import { suggestName } from '../../facts/suggestions.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { keyPrefix } from '../_internals/keyPrefix.ts';

/** Reports condition keys that the service they name does not have. */
export const invalidServiceConditionKey: Rule = {
  id: 'invalid-service-condition-key',
  group: 'unknown',
  severity: 'error',
  aliases: {
    accessAnalyzer: 'INVALID_SERVICE_CONDITION_KEY',
    parliament: 'UNKNOWN_CONDITION_FOR_ACTION',
  },
  reads: ['Condition'],
  doc: 'a condition key names a service, or an identity provider, that does not have it, so that no request ever has it',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 's3:BucketName': 'b' } } }), {
          at: '/Statement/0/Condition/StringEquals/s3:BucketName',
          message: 'found `s3:BucketName`, which is no condition key of `s3`',
          marks: '"s3:BucketName"',
        }),
        finds(allow({ Condition: { StringEquals: { 'idp.example.com:iss': 'https://idp.example.com' } } }), {
          at: '/Statement/0/Condition/StringEquals/idp.example.com:iss',
          message: 'found `idp.example.com:iss`, a claim that is no condition key',
          help: 'the claims of every provider that are keys are `amr`, `aud`, `email`, `oaud`, `sub`',
        }),
        finds(allow({ Condition: { StringEquals: { 'saml:subtype': 'persistent' } } }), {
          at: '/Statement/0/Condition/StringEquals/saml:subtype',
          message: 'found `saml:subtype`, which is no condition key of `saml`',
          help: 'did you mean `saml:sub_type`',
        }),
      ],
      good: [
        allow({
          Action: 's3:ListBucket',
          Resource: 'arn:aws:s3:::b',
          Condition: { StringLike: { 's3:PREFIX': 'a/*' } },
        }),
        allow({
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:sub': 'x',
              'token.actions.githubusercontent.com:job_workflow_ref': 'x',
              'idp.example.com/a:email': 'x',
              'iot:Connection.Thing.ThingName': 'x',
              'nosuchservice:x': 'x',
            },
          },
        }),
        // Of these, other things are wrong; and an address can be one of a template.
        allow({
          Condition: {
            StringEquals: { 'ec2:ResourceTag': 'x', 's3:': 'x', ':x': 'x', 'aws:nosuchkey': 'x' },
          },
        }),
        allow({ Condition: { StringEquals: { '${oidc.provider}:iss': 'x' } } }),
      ],
    };
  },
  *check(context) {
    for (const facts of context.statements.flatMap(({ conditions }) => conditions)) {
      const { key } = facts;
      const prefix = keyPrefix(key);
      if (
        prefix === undefined ||
        prefix.includes('${') ||
        keyDefinition(facts) !== undefined ||
        keyNeedsTag(facts.key)
      )
        continue;
      // Another rule speaks of services that do not exist; keys of identity providers have an address in front.
      if (getService(prefix) === undefined && federationPresence(key) === undefined) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        ...(prefix.includes('.') ? unknownClaim(facts) : unknownKey(context, facts, prefix)),
      };
    }
  },
};

type Words = Pick<Report, 'message' | 'help'>;

/** Keys of identity providers have the provider's address in front. */
function unknownClaim({ condition: { key } }: ConditionFacts): Words {
  const claims = federationKeys.map(({ name }) => quote(name.slice(name.indexOf(':') + 1)));
  return {
    message: `found ${quote(key)}, a claim that is no condition key`,
    help: `the claims of every provider that are keys are ${claims.join(', ')}`,
  };
}

function unknownKey(context: LintContext, { condition: { key } }: ConditionFacts, prefix: string): Words {
  const known = (getService(prefix) ?? getService('sts'))?.conditionKeys.map(({ name }) => name) ?? [];
  return {
    message: `found ${quote(key)}, which is no condition key of \`${prefix}\``,
    help: suggestName(context, key, known),
  };
}
