import { federationPresence, findConditionKey, getService, globalConditionKeys } from '@policywright/catalog';
import { parseVariables } from '@policywright/conditions/values';
import { quote } from '@policywright/policy/text';
import { suggestName } from '../../facts/suggestions.ts';
import { keyNeedsTag } from '../../facts/keyNeedsTag.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { variableTexts, type TextPlace } from '../../facts/variableTexts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports policy variables whose key does not exist. */
export const unknownPolicyVariable: Rule = {
  id: 'unknown-policy-variable',
  group: 'unknown',
  severity: 'error',
  aliases: {},
  reads: ['Resource', 'Condition'],
  doc: 'a policy variable names a condition key that does not exist, so that what it stands in matches nothing (S113, S119, S120)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:::b/${aws:usrname}/*' }), {
          at: '/Statement/0/Resource',
          message: 'found the policy variable `${aws:usrname}`, whose key does not exist',
          help: 'did you mean `aws:username`',
          marks: '"arn:aws:s3:::b/${aws:usrname}/*"',
        }),
        finds(allow({ Condition: { StringLike: { 's3:prefix': ['a/*', '${s3:prefx}/*'] } } }), {
          at: '/Statement/0/Condition/StringLike/s3:prefix/1',
          message: 'found the policy variable `${s3:prefx}`, whose key does not exist',
          help: 'did you mean `s3:prefix`',
          marks: '"${s3:prefx}/*"',
        }),
        finds(allow({ Condition: { StringEquals: { 'aws:RequestTag/${aws:usrname}': 'a' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:RequestTag~1${aws:usrname}',
          marks: '"aws:RequestTag/${aws:usrname}"',
        }),
        finds(allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag, 'none'}" }), {
          at: '/Statement/0/Resource',
          message: 'found the policy variable `${aws:PrincipalTag}`, whose key does not exist',
          help: 'write `aws:PrincipalTag/TAG`',
        }),
        finds(allow({ Resource: 'arn:aws:s3:::b/${cognito-identity.amazonaws.com:name}/*' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Resource: 'arn:aws:s3:::b/${saml:name_qualifier}/*' }), {
          at: '/Statement/0/Resource',
          message: 'found the policy variable `${saml:name_qualifier}`, whose key does not exist',
          help: 'did you mean `saml:namequalifier`',
        }),
      ],
      good: [
        allow({ Resource: "arn:aws:s3:::b/${AWS:UserName}/${aws:PrincipalTag/team, 'none'}/${*}" }),
        allow({ Resource: 'arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/${transfer:UserName}/*' }),
        allow({ Resource: 'arn:aws:s3:::${bucket}/${self:custom.path}/${AWS::AccountId}/${s3:b/key}/*' }),
        allow({
          Condition: { StringEquals: { 'aws:RequestTag/${TagKey}': '${aws:PrincipalTag/${TagKey}}' } },
        }),
        { text: allow({ Resource: 'arn:aws:s3:::b/${aws:usrname}/*' }).text.replace('2012', '2008') },
        allow({
          Resource: ['${self:custom.path}/*', '${s3:b/key}/*', '${nosuchservice:x}'].map(
            (text) => `arn:aws:s3:::b/${text}`,
          ),
        }),
      ],
    };
  },
  *check(context) {
    if (!context.hasVariables) return;
    for (const { text, pointer, markName = false } of placesOf(context)) {
      for (const piece of parseVariables(text)) {
        if (piece.kind !== 'variable' || !isUnknown(piece.key)) continue;
        yield {
          pointer,
          markName,
          message: `found the policy variable ${quote(`\${${piece.key}}`)}, whose key does not exist`,
          help: helpFor(context, piece.key),
        };
      }
    }
  },
};

function placesOf(context: LintContext): readonly (TextPlace & { readonly markName?: true })[] {
  const names = context.conditions.map(({ facts }) => {
    return { text: facts.condition.key, pointer: facts.pointer, markName: true as const };
  });
  return [...variableTexts(context), ...names];
}

/**
 * Whether a variable is of AWS and none of its keys. What templates of other tools replace has no colon, or another
 * prefix, or two colons, or the path of an object behind the name of a service.
 */
function isUnknown(key: string): boolean {
  const [, prefix = '', name = ''] = /^([A-Za-z0-9.-]+):([A-Za-z][^\s$]*)$/.exec(key) ?? [];
  const lowerCase = prefix.toLowerCase();
  const isOfAws =
    lowerCase === 'aws' ||
    federationPresence(key) !== undefined ||
    (getService(lowerCase) !== undefined && !name.includes('/'));
  return isOfAws && findConditionKey(key) === undefined;
}

function helpFor(context: LintContext, key: string): string | undefined {
  if (keyNeedsTag(key)) return `write ${quote(`${key}/TAG`)}`;
  const prefix = key.slice(0, key.indexOf(':')).toLowerCase();
  const own = getService(federationPresence(key) === undefined ? prefix : 'sts')?.conditionKeys ?? [];
  return suggestName(
    context,
    key,
    [...globalConditionKeys, ...own].map(({ name }) => name),
  );
}
