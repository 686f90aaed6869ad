import { parseServicePrincipal } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, finds, trust } from '../_internals/exampleDocuments.ts';
import { servicePrincipalValues } from '../_internals/servicePrincipals.ts';

const FORMS = { plain: '`service.amazonaws.com`', regional: '`service.region.amazonaws.com`' } as const;

const NAMED = [
  'aws:CalledVia',
  'aws:CalledViaAWSMCP',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'codeconnections:PassedToService',
  'codestar-connections:PassedToService',
  'config:ConfigurationRecorderServicePrincipal',
  'ec2:AuthorizedService',
  'glue:CredentialIssuingService',
  'glue:RoleAssumedBy',
  'iam:AWSServiceName',
  'iam:ServiceSpecificCredentialServiceName',
  'kms:GranteeServicePrincipal',
  'kms:RetiringServicePrincipal',
  'organizations:ServicePrincipal',
  'sts:AWSServiceName',
];

/** Reports service principals, in `Principal` and in values of conditions, that are no domain of AWS. */
export const invalidServicePrincipalFormat: Rule = {
  id: 'invalid-service-principal-format',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE_PRINCIPAL_FORMAT' },
  reads: ['Principal', 'Condition'],
  doc: 'a service principal, in a condition too, is neither of the form `service.amazonaws.com` nor of the regional `service.region.amazonaws.com` (S137)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { Service: 'ec2' } }), {
          at: '/Statement/0/Principal/Service',
          message: 'found the service principal `ec2`, expected the form `service.amazonaws.com`',
        }),
        finds(trust({ Principal: { Service: 'https://ec2.amazonaws.com' } }), {
          at: '/Statement/0/Principal/Service',
        }),
        finds(
          allow({
            Condition: { StringEquals: { 'iam:PassedToService': ['ec2', 'ec2.eu-west-1.amazonaws.com'] } },
          }),
          {
            at: '/Statement/0/Condition/StringEquals/iam:PassedToService/0',
            message: 'found `ec2` for `iam:PassedToService`, expected the form `service.amazonaws.com`',
          },
        ),
        ...NAMED.map((key) =>
          finds(allow({ Condition: { 'ForAnyValue:StringEquals': { [key]: 'ec2' } } }), {
            at: `/Statement/0/Condition/ForAnyValue:StringEquals/${key}`,
          }),
        ),
        finds(allow({ Condition: { StringEquals: { 'kms:ViaService': 'ec2' } } }), {
          at: '/Statement/0/Condition/StringEquals/kms:ViaService',
          message: 'found `ec2` for `kms:ViaService`, expected the form `service.region.amazonaws.com`',
        }),
        finds(allow({ Condition: { StringNotEquals: { 'kms:ViaService': 's3.amazonaws.com' } } }), {
          at: '/Statement/0/Condition/StringNotEquals/kms:ViaService',
        }),
        finds(allow({ Condition: { StringEquals: { 'iam:PassedToService': 'EC2.amazonaws.com' } } }), {
          at: '/Statement/0/Condition/StringEquals/iam:PassedToService',
        }),
      ],
      good: [
        allow({
          Condition: {
            StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', '${aws:PrincipalTag/s}'] },
          },
        }),
        allow({ Condition: { StringEqualsIgnoreCase: { 'iam:PassedToService': 'EC2.amazonaws.com' } } }),
        allow({ Condition: { StringLike: { 'kms:ViaService': ['s3.*.amazonaws.com', 's3*'] } } }),
        allow({ Condition: { Null: { 'kms:ViaService': 'false' } } }),
        allow({ Condition: { StringEquals: { 'lambda:Principal': '111122223333' } } }),
        trust({ Principal: { Service: ['ec2.amazonaws.com', 'logs.eu-west-1.amazonaws.com'] } }),
        bucket({ Principal: { Service: ['s3.ap-east-1.amazonaws.com', 'sns.cn-north-1.amazonaws.com.cn'] } }),
        bucket({ Principal: { Service: '*', AWS: '111122223333' } }),
        allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }),
      ],
    };
  },
  *check(context) {
    yield* checkPrincipals(context);
    yield* checkConditions(context);
  },
};

function* checkPrincipals(context: LintContext): Iterable<Report> {
  for (const statement of context.statements) {
    for (const { entry, pointer } of principalsOf(context, statement)) {
      const { kind, value } = entry;
      if (kind !== 'Service' || /[*]|\$\{/.test(value)) continue;
      if (parseServicePrincipal(value) !== undefined) continue;
      yield {
        pointer,
        message: `found the service principal ${quote(value)}, expected the form \`service.amazonaws.com\``,
      };
    }
  }
}

function* checkConditions(context: LintContext): Iterable<Report> {
  for (const { text, pointer, facts, form } of servicePrincipalValues(context)) {
    // What a pattern takes in depends on the services that there are.
    if (/[*?]|\$\{/.test(text)) continue;
    const { key, operator } = facts.condition;
    const name = parseServicePrincipal(operator.name.endsWith('IgnoreCase') ? text.toLowerCase() : text);
    if (name !== undefined && (form === 'plain' || name.region !== undefined)) continue;
    yield {
      pointer,
      message: `found ${quote(text)} for ${quote(key)}, expected the form ${FORMS[form]}`,
    };
  }
}
