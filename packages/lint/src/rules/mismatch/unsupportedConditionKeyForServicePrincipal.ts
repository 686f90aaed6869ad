import { findGlobalKey } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, documentOf, finds, statement, trust } from '../_internals/exampleDocuments.ts';
import { isForServices } from '../_internals/servicePrincipals.ts';

const Principal = { Service: 'cloudtrail.amazonaws.com' };
const OF_ORG = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };
const ANYWHERE = { Service: 'rolesanywhere.amazonaws.com' };
/** Tags that IAM Roles Anywhere makes of the certificate, which its requests have ("Trust model", 2026-11-29). */
const CERTIFICATE_TAGS = /^aws:principaltag\/x509(?:subject|issuer|san)\//;

/** Reports condition keys that requests of services never have. */
export const unsupportedConditionKeyForServicePrincipal: Rule = {
  id: 'unsupported-condition-key-for-service-principal',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL' },
  reads: ['Principal', 'Condition'],
  doc: 'a statement for service principals needs a condition key that requests of services never have',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal, Condition: { StringEquals: OF_ORG } }), {
          at: '/Statement/0/Condition/StringEquals/aws:PrincipalOrgID',
          message: 'found `aws:PrincipalOrgID`, which requests of a service principal never have',
          help: 'use `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths`',
          marks: '"aws:PrincipalOrgID"',
        }),
        finds(
          trust({ Principal: ANYWHERE, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }),
          {
            at: '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1team',
          },
        ),
        finds(
          trust({
            Principal: { Service: 'ec2.amazonaws.com' },
            Condition: { StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'web-01' } },
          }),
          { at: '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1x509Subject~1CN' },
        ),
        finds(
          trust({
            Principal: { Service: ['rolesanywhere.amazonaws.com', 'ec2.amazonaws.com'] },
            Condition: { StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'web-01' } },
          }),
          { at: '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1x509Subject~1CN' },
        ),
      ],
      good: [
        bucket({ Principal, Condition: { StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } } }),
        bucket({
          Principal: { AWS: '*' },
          Condition: { StringEquals: OF_ORG },
        }),
        bucket({ Principal, Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }),
        trust({
          Principal: ANYWHERE,
          Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
          Condition: { StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'web-01' } },
        }),
        bucket({ Principal, Condition: { StringEqualsIfExists: OF_ORG } }),
        bucket({ Principal: { ...Principal, AWS: '111122223333' }, Condition: { StringEquals: OF_ORG } }),
        documentOf(
          'resource',
          statement('Deny', { NotPrincipal: Principal, Condition: { StringEquals: OF_ORG } }),
        ),
        allow({ Condition: { StringEquals: OF_ORG } }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      if (!isForServices(context, statement)) continue;
      for (const facts of statement.conditions) {
        const callers = findGlobalKey(facts.key)?.principals;
        if (callers === undefined || callers.includes('service') || !facts.needsKey) continue;
        if (
          CERTIFICATE_TAGS.test(facts.key) &&
          principalsOf(context, statement).every(({ entry }) => entry.value === ANYWHERE.Service)
        )
          continue;
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found ${quote(facts.condition.key)}, which requests of a service principal never have`,
          help: 'use `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths`',
        };
      }
    }
  },
};
