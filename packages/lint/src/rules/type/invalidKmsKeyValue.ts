import { quote } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import { widenVariables } from '../../facts/variables.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { fitsForm } from '../_internals/fitsForm.ts';
import { isKmsKeyArnKey } from '../_internals/isKmsKeyArnKey.ts';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const ARN = `arn:aws:kms:eu-west-1:111122223333:key/${ID}`;
const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const put = { Action: 's3:PutObject' };

/** Reports values that are no ARN of a KMS key, for keys whose values always are. */
export const invalidKmsKeyValue: Rule = {
  id: 'invalid-kms-key-value',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_KMS_KEY_VALUE' },
  reads: ['Condition'],
  doc: 'a value is no ARN of a KMS key, though the condition key has no other values',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ ...put, Condition: { StringNotEquals: { [KEY]: ID } } }), {
          at: `/Statement/0/Condition/StringNotEquals/${KEY}`,
          message: `found \`${ID}\` for \`${KEY}\`, whose values are ARNs of KMS keys`,
          help: 'write `arn:aws:kms:REGION:ACCOUNT:key/ID`',
          marks: '"1234abcd-12ab-34cd-56ef-1234567890ab"',
        }),
        finds(
          deny({
            ...put,
            Condition: {
              ArnNotLike: { [KEY]: [ARN.replace('key/', 'alias/'), ARN.replace(/\d{12}/, '1234'), 'a'] },
            },
          }),
          { at: `/Statement/0/Condition/ArnNotLike/${KEY}/0` },
          { at: `/Statement/0/Condition/ArnNotLike/${KEY}/1` },
          { at: `/Statement/0/Condition/ArnNotLike/${KEY}/2` },
        ),
        finds(deny({ ...put, Condition: { StringNotLike: { [KEY]: 'arn:aws:kms:*:*:alias/*' } } }), {
          at: `/Statement/0/Condition/StringNotLike/${KEY}`,
        }),
        finds(
          allow({
            Action: 'secretsmanager:*',
            Resource: '*',
            Condition: { StringEquals: { 'secretsmanager:KmsKeyArn': ID } },
          }),
          {
            at: '/Statement/0/Condition/StringEquals/secretsmanager:KmsKeyArn',
          },
        ),
        // Where wildcards are plain characters, or the fields are too few, it can be none.
        finds(deny({ ...put, Condition: { StringNotEquals: { [KEY]: 'arn:aws:kms:*:*:key/*' } } }), {
          at: `/Statement/0/Condition/StringNotEquals/${KEY}`,
        }),
        finds(deny({ ...put, Condition: { StringNotLike: { [KEY]: 'arn:aws:kms:key/1234abcd-12?' } } }), {
          at: `/Statement/0/Condition/StringNotLike/${KEY}`,
        }),
        finds(
          allow({
            Action: 'bedrock-agentcore:*',
            Resource: '*',
            Condition: { StringEquals: { 'bedrock-agentcore:KmsKeyArn': ID } },
          }),
          { at: '/Statement/0/Condition/StringEquals/bedrock-agentcore:KmsKeyArn' },
        ),
      ],
      good: [
        deny({ ...put, Condition: { StringNotEquals: { [KEY]: [ARN, ARN.replace(ID, 'mrk-1234')] } } }),
        deny({ ...put, Condition: { ArnNotLike: { [KEY]: ['arn:aws*:kms:*:111122223333:key/*', ARN] } } }),
        deny({ ...put, Condition: { StringNotLike: { [KEY]: `*:key/${ID}` } } }),
        deny({ ...put, Condition: { StringNotEquals: { [KEY]: '${aws:PrincipalTag/key}' } } }),
        deny({ ...put, Condition: { Null: { [KEY]: 'true' } } }),
        // Its values are the ids of keys.
        allow({ Action: 'ec2:*', Resource: '*', Condition: { StringEquals: { 'ec2:KmsKeyId': ID } } }),
        deny({ ...put, Condition: { ArnNotEquals: { [KEY]: 'arn:aws:kms:*:111122223333:key/*' } } }),
        allow({ Action: 'kms:*', Resource: '*', Condition: { StringEquals: { 'kms:NoKmsKeyArn': ID } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if ((facts.family !== 'String' && facts.family !== 'Arn') || !isKmsKeyArnKey(facts)) continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (canBeKeyArn(text, facts)) continue;
        yield {
          pointer,
          message: `found ${quote(text)} for ${quote(facts.condition.key)}, whose values are ARNs of KMS keys`,
          help: 'write `arn:aws:kms:REGION:ACCOUNT:key/ID`',
        };
      }
    }
  },
};

const KEY_ARN = /^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[^/:]+$/;

function canBeKeyArn(text: string, { family, condition }: ConditionFacts): boolean {
  const pattern = widenVariables(text);
  const isPattern = family === 'Arn' || condition.operator.name.endsWith('Like') || pattern !== text;
  if (!isPattern || !/[*?]/.test(pattern)) return KEY_ARN.test(text);
  return fitsForm(pattern, 'arn:*:kms:*:*:key/*');
}
