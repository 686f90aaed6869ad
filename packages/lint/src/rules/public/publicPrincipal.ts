import type { Rule } from '../../model/rule.ts';
import { bucket, documentOf, finds, statement, trust } from '../_internals/exampleDocuments.ts';
import { everyonePointer, narrowsCallers } from '../_internals/everyone.ts';

/** Reports statements that let everybody in. */
export const publicPrincipal: Rule = {
  id: 'public-principal',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Principal', 'Condition'],
  doc: 'an Allow statement names everybody, anonymous callers included, and no condition tells callers apart (S129)',
  examples: {
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
      finds(bucket({ Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:news' } } }), {
        at: '/Statement/0/Principal',
      }),
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
    ],
    good: [
      bucket({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
      bucket({ Principal: { AWS: '111122223333' } }),
      bucket({ Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } } }),
      bucket({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      documentOf('vpcEndpoint', statement('Allow', { Principal: '*' })),
      documentOf('resource', statement('Deny', { Principal: '*' })),
      // To nobody, to no account, and to all but one; of these other rules speak.
      bucket({ Principal: { Service: '*' } }),
      bucket({ Principal: { CanonicalUser: '*' } }),
      bucket({ NotPrincipal: '*' }),
    ],
  },
  *check(context) {
    if (context.type !== 'resource' && context.type !== 'trust') return;
    for (const at of context.statements) {
      const pointer = at.allows ? everyonePointer(context, at) : undefined;
      if (pointer === undefined || at.conditions.some(narrowsCallers)) continue;
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
