import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { everyonePointer, narrowsCallers } from '../_internals/everyone.ts';
import { bucket, documentOf, finds, statement, trust } from '../_internals/exampleDocuments.ts';
import { SOURCE_KEYS, trustedServices } from '../_internals/servicePrincipals.ts';

const TRAIL = 'arn:aws:cloudtrail:*:111122223333:trail/t';
const ANY_SERVICE = { Bool: { 'aws:PrincipalIsAWSService': 'true' } };
const Principal = { Service: 'cloudtrail.amazonaws.com' };

/** Reports services that may call for anybody's resources. */
export const restrictAccessToServicePrincipal: Rule = {
  id: 'restrict-access-to-service-principal',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL' },
  reads: ['Principal', 'Condition'],
  doc: 'a resource policy trusts a service without a condition, also when it calls for resources of others: the confused deputy (S181)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal }), {
          at: '/Statement/0/Principal/Service',
          message:
            'found the service principal `cloudtrail.amazonaws.com` without a condition on the source for which it calls',
          help: 'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
          marks: '"cloudtrail.amazonaws.com"',
        }),
        finds(
          bucket({
            Principal,
            Condition: { ArnLike: { 'aws:SourceArn': [TRAIL, TRAIL.replace('111122223333', '*')] } },
          }),
          {
            at: '/Statement/0/Condition/ArnLike/aws:SourceArn/1',
            message:
              'found `arn:aws:cloudtrail:*:*:trail/t` for `aws:SourceArn`, with which the service calls for resources of any account',
            help: 'write the account, or add a condition on `aws:SourceAccount`',
          },
        ),
        finds(bucket({ Principal: { AWS: '*' }, Condition: ANY_SERVICE }), {
          at: '/Statement/0/Principal/AWS',
          message: 'found `*` for all services, without a condition on the source for which they call',
          help: 'name the services, and add a condition on `aws:SourceArn` or `aws:SourceAccount`',
        }),
        ...['*', 'arn:aws:cloudtrail:*', 'arn:aws:cloudtrail:*:*'].map((pattern) =>
          finds(bucket({ Principal, Condition: { StringLike: { 'aws:SourceArn': pattern } } }), {
            at: '/Statement/0/Condition/StringLike/aws:SourceArn',
          }),
        ),
      ],
      good: [
        bucket({ Principal, Condition: { ArnLike: { 'aws:SourceArn': TRAIL } } }),
        bucket({
          Principal,
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:${aws:ResourceAccount}:trail/t' } },
        }),
        bucket({
          Principal,
          Condition: {
            ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:*:*' },
            StringEquals: { 'aws:SourceAccount': '111122223333' },
          },
        }),
        bucket({
          Principal: '*',
          Condition: { ...ANY_SERVICE, StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } },
        }),
        bucket({ Principal: '*', Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } } }),
        bucket({ Principal: { AWS: '111122223333' }, Condition: ANY_SERVICE }),
        bucket({ Principal, Condition: { ArnNotLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:*:*' } } }),
        bucket({
          Principal: { Service: 's3.amazonaws.com' },
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::a' } },
        }),
        bucket({
          Principal: { AWS: '111122223333' },
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
        }),
        trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
        // Of that another rule speaks.
        bucket({
          Principal,
          Action: 's3:PutObject',
          Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
        }),
        bucket({ Principal: { AWS: '111122223333' } }),
        bucket({ NotPrincipal: Principal }),
        documentOf('resource', statement('Deny', { Principal })),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      const services = trustedServices(context, statement);
      if (services.length > 0) yield* openSources(context, statement);
      else yield* anyService(context, statement);
      if (statement.conditions.length > 0) continue;
      for (const { entry, pointer } of services) {
        yield {
          pointer,
          message: `found the service principal ${quote(entry.value)} without a condition on the source for which it calls`,
          help: 'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
        };
      }
    }
  },
};

/** Whoever calls, if only it is a service: all of them, for whomever. */
function* anyService(context: LintContext, statement: StatementFacts): Iterable<Report> {
  if (context.type !== 'resource' || !statement.allows) return;
  const pointer = everyonePointer(context, statement);
  const [services, ...others] = statement.conditions.filter(narrowsCallers);
  if (pointer === undefined || services?.key !== 'aws:principalisawsservice') return;
  if (others.some(({ key }) => key !== services.key)) return;
  yield {
    pointer,
    message: 'found `*` for all services, without a condition on the source for which they call',
    help: 'name the services, and add a condition on `aws:SourceArn` or `aws:SourceAccount`',
  };
}

/** ARNs that leave the account of the source open, where no other condition says whose it is. */
function* openSources(context: LintContext, { conditions }: StatementFacts): Iterable<Report> {
  const sources = conditions.filter(({ key, needsKey }) => SOURCE_KEYS.has(key) && needsKey);
  if (sources.some(({ key }) => key !== 'aws:sourcearn')) return;
  for (const facts of sources.filter(({ negated }) => !negated)) {
    for (const { text, pointer } of valueEntries(context, facts)) {
      if (!isOpenArn(text)) continue;
      yield {
        pointer,
        message: `found ${quote(text)} for ${quote(facts.condition.key)}, with which the service calls for resources of any account`,
        help: 'write the account, or add a condition on `aws:SourceAccount`',
      };
    }
  }
}

/** ARNs of buckets have no account; of them another rule speaks. */
function isOpenArn(text: string): boolean {
  const fields = text.split(':');
  const account = fields[4] ?? fields.at(-1) ?? '';
  return fields.length < 6 ? account.endsWith('*') : /^[*?]+$/.test(account);
}
