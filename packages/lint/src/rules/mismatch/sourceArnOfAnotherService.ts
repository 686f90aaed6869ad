import { quote, quoteAll } from '@policywright/policy/text';
import { SOURCE_SERVICES } from '../../data/sourceServices.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { allPrincipalsOf } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import {
  bucket,
  documentOf,
  finds,
  statement,
  trust,
  type ExampleStatement,
} from '../_internals/exampleDocuments.ts';

const of = (service: string, arn: string | readonly string[]): ExampleStatement => ({
  Principal: { Service: service },
  Condition: { ArnLike: { 'aws:SourceArn': arn } },
});
const at = '/Statement/0/Condition/ArnLike/aws:SourceArn';
const OTHER = 'arn:aws:sqs:eu-west-1:111122223333:q';

/** Reports sources of a service's calls that are resources of another service. */
export const sourceArnOfAnotherService: Rule = {
  id: 'source-arn-of-another-service',
  group: 'mismatch',
  severity: 'error',
  aliases: {},
  reads: ['Principal', 'Condition'],
  doc: 'a statement for a service wants calls for a resource of another service, for which it never calls',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket(of('sns.amazonaws.com', 'arn:aws:s3:::uploads')), {
          at,
          message:
            'found `arn:aws:s3:::uploads` for `aws:SourceArn`, but `sns.amazonaws.com` calls for resources of `sns` only',
          help: 'name such a resource, or the service whose resource it is',
          marks: '"arn:aws:s3:::uploads"',
        }),
        finds(bucket(of('apigateway.amazonaws.com', ['arn:aws:execute-api:*:111122223333:a/*', OTHER])), {
          at: `${at}/1`,
          message:
            'found `arn:aws:sqs:eu-west-1:111122223333:q` for `aws:SourceArn`, but `apigateway.amazonaws.com` calls for resources of `apigateway`, `execute-api` only',
          help: 'name such a resource, or the service whose resource it is',
        }),
        ...[...SOURCE_SERVICES.keys()].slice(1).map((service) => finds(bucket(of(service, OTHER)), { at })),
        finds(trust(of('events.amazonaws.com', 'arn:aws:scheduler:eu-west-1:111122223333:schedule/a/b')), {
          at,
        }),
      ],
      good: [
        ...[...SOURCE_SERVICES].flatMap(([service, sources]) =>
          sources.map((source) => bucket(of(service, `arn:aws:${source}:*:111122223333:x`))),
        ),
        bucket(of('sns.amazonaws.com', ['arn:aws:*:*:111122223333:*', '*', '${aws:PrincipalTag/a}'])),
        bucket(of('lambda.amazonaws.com', 'arn:aws:s3:::uploads')),
        bucket({
          ...of('sns.amazonaws.com', 'arn:aws:s3:::uploads'),
          Principal: { Service: ['sns.amazonaws.com', 's3.amazonaws.com'] },
        }),
        bucket({ ...of('sns.amazonaws.com', 'arn:aws:s3:::uploads'), Principal: '*' }),
        documentOf('resource', statement('Deny', of('sns.amazonaws.com', 'arn:aws:s3:::uploads'))),
        bucket({
          NotPrincipal: { Service: 'sns.amazonaws.com' },
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } },
        }),
        bucket({
          Principal: { Service: 'sns.amazonaws.com' },
          Condition: { ArnNotLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } },
        }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      const known = sourcesOf(context, statement);
      if (known === undefined) continue;
      for (const facts of statement.conditionsOn('aws:sourcearn').filter(({ negated }) => !negated)) {
        for (const { text, pointer } of valueEntries(context, facts)) {
          const [start, , service = ''] = text.split(':');
          if (start !== 'arn' || !/^[a-z0-9-]+$/.test(service) || known.sources.includes(service)) continue;
          yield {
            pointer,
            message: `found ${quote(text)} for ${quote(facts.condition.key)}, but ${quoteAll(known.services)} calls for resources of ${quoteAll(known.sources)} only`,
            help: 'name such a resource, or the service whose resource it is',
          };
        }
      }
    }
  },
};

interface Sources {
  readonly services: readonly string[];
  readonly sources: readonly string[];
}

/** For whose resources the principals of a statement call; `undefined` where that is not known of all of them. */
function sourcesOf(context: LintContext, statement: StatementFacts): Sources | undefined {
  if (!statement.allows || statement.statement.principal?.negated === true) return undefined;
  const services = [...new Set(allPrincipalsOf(context, statement).map(({ entry }) => entry.value))];
  const sources = services.map((service) => SOURCE_SERVICES.get(service));
  if (services.length === 0 || sources.includes(undefined)) return undefined;
  return { services, sources: sources.flatMap((each) => each ?? []) };
}
