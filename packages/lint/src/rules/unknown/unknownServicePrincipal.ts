import { suggestName } from '../../facts/suggestions.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, finds, trust } from '../_internals/exampleDocuments.ts';
import { servicePrincipalFault } from '../_internals/servicePrincipalFault.ts';
import { servicePrincipalValues } from '../_internals/servicePrincipals.ts';

/** Reports service principals that are not known. */
export const unknownServicePrincipal: Rule = {
  id: 'unknown-service-principal',
  group: 'unknown',
  severity: 'warning',
  aliases: {},
  reads: ['Principal', 'Condition'],
  doc: 'a service principal, as a principal or as the value of a condition key, is none that is known (S137)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { Service: ['ecs-tasks.amazonaws.com', 'lamda.amazonaws.com'] } }), {
          at: '/Statement/0/Principal/Service/1',
          message: 'found `lamda.amazonaws.com`, which is no known service principal',
          help: 'did you mean `lambda.amazonaws.com`',
          marks: '"lamda.amazonaws.com"',
        }),
        finds(
          allow({
            Action: 'iam:PassRole',
            Condition: { StringEquals: { 'iam:PassedToService': 'ecs-task.amazonaws.com' } },
          }),
          {
            at: '/Statement/0/Condition/StringEquals/iam:PassedToService',
            message: 'found `ecs-task.amazonaws.com`, which is no known service principal',
            help: 'did you mean `ecs-tasks.amazonaws.com`',
          },
        ),
        finds(allow({ Condition: { StringLike: { 'kms:ViaService': ['*', 'lamda.*.amazonaws.com'] } } }), {
          at: '/Statement/0/Condition/StringLike/kms:ViaService/1',
          message: 'found `lamda.*.amazonaws.com`, which is no known service principal',
          help: 'did you mean `lambda.*.amazonaws.com`',
        }),
        finds(trust({ Principal: { Service: 'lambda.amazon.com' } }), {
          at: '/Statement/0/Principal/Service',
          message: 'found `lambda.amazon.com`, which is no known service principal',
          help: 'did you mean `lambda.amazonaws.com`',
        }),
        finds(
          allow({
            Condition: { StringEquals: { 'kms:ViaService': 'secretmanager.eu-west-1.amazonaws.com' } },
          }),
          {
            at: '/Statement/0/Condition/StringEquals/kms:ViaService',
            message: 'found `secretmanager.eu-west-1.amazonaws.com`, which is no known service principal',
            help: 'did you mean `secretsmanager.eu-west-1.amazonaws.com`',
          },
        ),
        finds(
          allow({
            Condition: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformations.amazonaws.com' } },
          }),
          { at: '/Statement/0/Condition/ForAnyValue:StringEquals/aws:CalledVia' },
        ),
        finds(trust({ Principal: { Service: 'replication.dynamdb.amazonaws.com' } }), {
          at: '/Statement/0/Principal/Service',
          message: 'found `replication.dynamdb.amazonaws.com`, which is no known service principal',
          help: 'did you mean `replication.dynamodb.amazonaws.com`',
        }),
        finds(bucket({ Principal: { Service: 'eventbridge.amazonaws.com' } }), {
          at: '/Statement/0/Principal/Service',
          message: 'found `eventbridge.amazonaws.com`, which is no known service principal',
          help: 'did you mean `events.amazonaws.com`',
        }),
        finds(allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-9.amazonaws.com' } } }), {
          at: '/Statement/0/Condition/StringEquals/kms:ViaService',
          message: 'found `s3.eu-west-9.amazonaws.com`, whose Region `eu-west-9` does not exist',
          help: 'did you mean `eu-west-1`',
        }),
      ],
      good: [
        trust({
          Principal: {
            Service: ['ec2.amazonaws.com', 'edgelambda.amazonaws.com', 'ec2', 'deeplens.amazonaws.com'],
          },
        }),
        bucket({
          Principal: {
            Service: ['logs.eu-west-1.amazonaws.com', 'new.rds.amazonaws.com', 'alexa-appkit.amazon.com'],
          },
        }),
        allow({
          Condition: {
            StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
            StringLike: { 'kms:ViaService': ['s3.*.amazonaws.com', '*.amazonaws.com'] },
          },
        }),
        // That the Region is missing says another rule.
        allow({
          Condition: { StringEquals: { 'kms:ViaService': ['s3.amazonaws.com', 'lamda.amazonaws.com'] } },
        }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/service': 'lamda.amazonaws.com' } } }),
        // Of these, other things are wrong.
        bucket({ Principal: { Service: 'lamda.*.amazonaws.com', AWS: 'lamda.amazonaws.com' } }),
        allow({
          Condition: {
            StringEquals: { 'kms:ViaService': 'lamda.*.amazonaws.com' },
            ArnEquals: { 'iam:PassedToService': 'lamda.amazonaws.com' },
          },
        }),
        allow({ Condition: { StringLike: { 'iam:PassedToService': '${aws:PrincipalTag/service}.*' } } }),
        allow({
          Condition: {
            StringLike: {
              'iam:PassedToService': ['lambda*', 'replication.*.amazonaws.com'],
              'kms:ViaService': 'secretsmanager.*.amazonaws.com',
            },
          },
        }),
        // Nobody lists those of closed partitions.
        trust({ Principal: { Service: 'ec2.c2s.ic.gov' } }),
      ],
    };
  },
  *check(context) {
    for (const { text, ...place } of namesOf(context)) {
      const fault = text.includes('${') ? undefined : servicePrincipalFault(text, place);
      if (fault === undefined) continue;
      const { message, help, nearest } = fault;
      const meant = nearest && suggestName(context, nearest.to, nearest.among);
      yield {
        pointer: place.pointer,
        message,
        help: help ?? meant?.replace(/`$/, `${nearest?.ending ?? ''}\``),
      };
    }
  },
};

interface PrincipalName {
  readonly text: string;
  readonly pointer: string;
  readonly isPattern: boolean;
  readonly needsRegion: boolean;
}

function* namesOf(context: LintContext): Iterable<PrincipalName> {
  for (const statement of context.statements) {
    for (const { entry, pointer } of principalsOf(context, statement)) {
      if (entry.kind === 'Service')
        yield { text: entry.value, pointer, isPattern: false, needsRegion: false };
    }
  }
  for (const { text, pointer, facts, form } of servicePrincipalValues(context)) {
    const isPattern = facts.condition.operator.name.endsWith('Like');
    yield { text, pointer, isPattern, needsRegion: form === 'regional' };
  }
}
