import { getService } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

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
  doc: 'a condition key names a service that does not have it, so that no request ever has it',
  examples: {
    bad: [
      finds(allow({ Condition: { StringEquals: { 's3:BucketName': 'b' } } }), {
        at: '/Statement/0/Condition/StringEquals/s3:BucketName',
        message: 'found `s3:BucketName`, which is no condition key of `s3`',
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
          StringEquals: { 'token.actions.githubusercontent.com:sub': 'x', 'nosuchservice:x': 'x' },
        },
      }),
    ],
  },
  *check(context) {
    for (const facts of context.statements.flatMap(({ conditions }) => conditions)) {
      const { key } = facts;
      const colon = key.indexOf(':');
      if (colon <= 0 || key.startsWith('aws:') || colon === key.length - 1) continue;
      if (facts.definition !== undefined || facts.needsTag) continue;
      const prefix = key.slice(0, colon);
      const service = getService(prefix);
      // Another rule speaks of services that do not exist; keys of identity providers have an address in front.
      if (service === undefined) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)}, which is no condition key of \`${prefix}\``,
        help: context.suggestName(
          facts.condition.key,
          service.conditionKeys.map(({ name }) => name),
        ),
      };
    }
  },
};
