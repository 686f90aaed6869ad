import type { Rule, RuleExample, RuleExamples } from '../../rule/rule.ts';
import {
  bucket,
  documentOf,
  endpoint,
  finds,
  statement,
  trust,
  type ExampleStatement,
} from '../_internals/exampleDocuments.ts';
import { isDeniedToOthers } from '../_internals/isDeniedToOthers.ts';
import { isProvedClosed } from '../_internals/isProvedClosed.ts';
import { everyonePointer, narrowsCallers } from '../_internals/everyone.ts';

const denyAll = (members: ExampleStatement): ExampleStatement =>
  statement('Deny', { Principal: '*', Action: 's3:*', ...members });
const everybody = (...denies: readonly ExampleStatement[]): RuleExample =>
  documentOf('resource', statement('Allow', { Principal: '*' }), ...denies);
const notOfOrg = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };

const TLS = { Bool: { 'aws:SecureTransport': 'true' } };

/** Reports statements that let everybody in. */
export const publicPrincipal: Rule = {
  id: 'public-principal',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Principal', 'Condition'],
  doc: 'an Allow statement names everybody, anonymous callers included, and no condition tells callers apart (S129)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal: '*' }), {
          at: '/Statement/0/Principal',
          message: 'found `*` as the principal of an Allow statement, so that everybody can call',
          help: 'name accounts or roles, or add a condition on `aws:PrincipalOrgID`, `aws:SourceArn` or `aws:SourceVpce`',
          marks: '"*"',
        }),
        finds(
          bucket({
            Principal: { AWS: '*' },
            Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
          }),
          {
            at: '/Statement/0/Principal/AWS',
            message:
              'found `*` as the principal of an Allow statement, under conditions that callers of any account can meet',
            help: 'name accounts or roles, or add a condition that holds for yours only, such as `aws:PrincipalOrgID` with the id of your organization',
          },
        ),
        finds(bucket({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }), {
          at: '/Statement/0/Principal',
        }),
        finds(
          bucket({
            Principal: '*',
            Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } },
          }),
          { at: '/Statement/0/Principal' },
        ),
        finds(bucket({ Principal: '*', Condition: { StringLike: { 'aws:SourceVpc': 'vpc-*' } } }), {
          at: '/Statement/0/Principal',
        }),
        finds(
          bucket({ Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:news' } } }),
          {
            at: '/Statement/0/Principal',
          },
        ),
        finds(
          bucket({
            Principal: '*',
            Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
          }),
          { at: '/Statement/0/Principal' },
        ),
        finds(
          bucket({ Principal: '*', Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } } }),
          { at: '/Statement/0/Principal' },
        ),
        finds(trust({ Principal: { AWS: '*' } }), { at: '/Statement/0/Principal/AWS' }),
        // Denies that spare others than certain callers, or leave some of it.
        ...[
          { Condition: notOfOrg, Action: 's3:PutObject' },
          { Condition: notOfOrg, Resource: 'arn:aws:s3:::b/a/*' },
          { Condition: notOfOrg, Principal: { AWS: '111122223333' } },
          { Condition: { StringNotLike: { 'aws:PrincipalOrgID': 'o-*' } } },
          { Condition: { 'ForAnyValue:StringNotEquals': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } } },
          { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
          { Condition: { ...notOfOrg, Bool: { 'aws:SecureTransport': 'false' } } },
          { Condition: { ...notOfOrg, Bool: { 'aws:PrincipalIsAWSService': 'true' } } },
          { Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } } },
          // Anonymous callers come without the key.
          { Condition: { ...notOfOrg, Bool: { 'aws:PrincipalIsAWSService': 'false' } } },
          { Condition: { NotIpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } },
        ].map((members) => finds(everybody(denyAll(members)), { at: '/Statement/0/Principal' })),
        finds(everybody(statement('Allow', { Principal: { AWS: '111122223333' }, Condition: notOfOrg })), {
          at: '/Statement/0/Principal',
        }),
        finds(
          everybody({
            Effect: 'Deny',
            NotPrincipal: { AWS: '111122223333' },
            Action: 's3:*',
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
          { at: '/Statement/0/Principal' },
        ),
      ],
      good: [
        everybody(denyAll({ Condition: notOfOrg })),
        // Nobody is let in, of which `overridden-statement` speaks.
        everybody(denyAll({})),
        ...[TLS, { ...notOfOrg, ...TLS }].map((Condition) =>
          documentOf(
            'resource',
            statement('Allow', { Principal: '*', Condition: TLS }),
            denyAll({ Condition }),
          ),
        ),
        everybody({
          Effect: 'Deny',
          NotPrincipal: { AWS: '111122223333' },
          Action: 's3:*',
          Resource: '*',
          Condition: notOfOrg,
        }),
        everybody(denyAll({ Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } })),
        everybody(
          denyAll({
            Principal: { AWS: '*' },
            Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } },
          }),
        ),
        everybody(
          denyAll({ Condition: { ...notOfOrg, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }),
        ),
        // Only together do the Denies leave no way.
        everybody(
          denyAll({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          denyAll({ Condition: { ...notOfOrg, BoolIfExists: { 'aws:SecureTransport': 'true' } } }),
        ),
        everybody(
          denyAll({
            Condition: { 'ForAllValues:StringNotLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } },
          }),
        ),
        everybody({
          Effect: 'Deny',
          NotPrincipal: { AWS: '111122223333' },
          Action: 's3:*',
          Resource: 'arn:aws:s3:::b/*',
        }),
        bucket({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
        bucket({ Principal: { AWS: '111122223333' } }),
        bucket({
          Principal: '*',
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } },
        }),
        bucket({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        endpoint({}),
        documentOf('resource', statement('Deny', { Principal: '*' })),
        // To nobody, to no account, and to all but one; of these other rules speak.
        bucket({ Principal: { Service: '*' } }),
        bucket({ Principal: { CanonicalUser: '*' } }),
        bucket({ NotPrincipal: '*' }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'resource' && context.type !== 'trust') return;
    for (const at of context.statements) {
      const pointer = at.allows ? everyonePointer(context, at) : undefined;
      if (pointer === undefined || at.conditions.some(narrowsCallers)) continue;
      // A glance spares most proofs.
      if (isDeniedToOthers(context, at) || isProvedClosed(context, at)) continue;
      const isBare = at.conditions.length === 0;
      yield {
        pointer,
        message: isBare
          ? 'found `*` as the principal of an Allow statement, so that everybody can call'
          : 'found `*` as the principal of an Allow statement, under conditions that callers of any account can meet',
        help: isBare
          ? 'name accounts or roles, or add a condition on `aws:PrincipalOrgID`, `aws:SourceArn` or `aws:SourceVpce`'
          : 'name accounts or roles, or add a condition that holds for yours only, such as `aws:PrincipalOrgID` with the id of your organization',
      };
    }
  },
};
