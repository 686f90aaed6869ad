import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { checkLooseValues } from '../_internals/checkLooseValues.ts';

const tag = '${aws:PrincipalTag/account}';
const loose = allow({ Condition: { StringLike: { 'aws:ResourceAccount': tag } } });

/** Reports variables in values that say who calls. */
export const variableUsageTooPermissive: Rule = {
  id: 'variable-usage-too-permissive',
  group: 'public',
  severity: 'error',
  aliases: { accessAnalyzer: 'VARIABLE_USAGE_TOO_PERMISSIVE' },
  reads: ['Condition'],
  doc: 'a variable stands in an identifier that AWS makes, in the unique id of `aws:userid`, or behind fewer than six characters of a name of callers',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(loose, {
          at: '/Statement/0/Condition/StringLike/aws:ResourceAccount',
          message:
            'found `${aws:PrincipalTag/account}` for `aws:ResourceAccount`, whose values are identifiers that AWS makes: with a variable it lets in those of others',
          help: 'write the identifiers in full',
          marks: '"${aws:PrincipalTag/account}"',
        }),
        finds(
          deny({
            Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ['o-${aws:username}', 'o-a1b2c3d4e5'] } },
          }),
          { at: '/Statement/0/Condition/StringNotEquals/aws:PrincipalOrgID/0' },
        ),
        finds(
          allow({ Condition: { StringLike: { 'aws:userid': ['${aws:userid}', `AROA${tag}:*`] } } }),
          {
            at: '/Statement/0/Condition/StringLike/aws:userid/0',
            message:
              'found `${aws:userid}` for `aws:userid`, where a variable in front of the colon takes in other roles and users',
            help: 'write the unique id in full, with a variable behind its colon only',
          },
          { at: '/Statement/0/Condition/StringLike/aws:userid/1' },
        ),
        finds(
          allow({ Condition: { StringEquals: { 'aws:SourceIdentity': ["${aws:PrincipalTag/a, 'x'}"] } } }),
          {
            at: '/Statement/0/Condition/StringEquals/aws:SourceIdentity/0',
            message:
              "found `${aws:PrincipalTag/a, 'x'}` for `aws:SourceIdentity`, where fewer than 6 characters stand in front of the variable",
            help: 'write at least 6 characters in front of it',
          },
        ),
      ],
      good: [
        allow({
          Condition: {
            StringEquals: {
              'aws:ResourceAccount': '${aws:PrincipalAccount}',
              'aws:ResourceOrgID': '${aws:PrincipalOrgId}',
            },
          },
        }),
        allow({ Condition: { StringLike: { 'aws:userid': [`AROAEXAMPLE123:${tag}`, `${tag}:*`] } } }),
        allow({ Condition: { StringEquals: { 'aws:SourceIdentity': [`person-${tag}`, '${aws:userid}'] } } }),
        allow({ Condition: { StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } } }),
        // Without a version it is no variable.
        { text: loose.text.replace('"Version":"2012-10-17",', '') },
      ],
    };
  },
  check: (context) => checkLooseValues(context, 'variable'),
};
