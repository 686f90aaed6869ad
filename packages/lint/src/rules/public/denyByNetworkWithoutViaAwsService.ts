import { quote } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const NotIpAddress = { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] };
const StringNotEquals = { 'aws:SourceVpce': 'vpce-1a2b3c4d' };
const all = { Action: '*', Resource: '*' };
const ABSENT = [
  { ArnNotLike: { 'aws:SourceVpcArn': 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1a2b3c4d' } },
  { StringNotEquals: { 'aws:VpceAccount': '111122223333' } },
  { StringNotEquals: { 'aws:VpceOrgID': 'o-a1b2c3d4e5' } },
  { 'ForAllValues:StringNotLike': { 'aws:VpceOrgPaths': 'o-a1b2c3d4e5/*' } },
];

/** Reports Deny statements by network that also hit calls which AWS services make for the caller. */
export const denyByNetworkWithoutViaAwsService: Rule = {
  id: 'deny-by-network-without-via-aws-service',
  group: 'public',
  severity: 'suggestion',
  aliases: {},
  reads: ['Effect', 'Condition'],
  doc: 'a Deny for all but some networks makes no exception for calls of AWS services for the caller, which have lost the network (S108)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ ...all, Condition: { NotIpAddress } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp',
          message:
            'found a Deny by `aws:SourceIp` without an exception for calls that AWS services make for the caller: after a call through a VPC endpoint they have no such key',
          help: 'add `"Bool": { "aws:ViaAWSService": "false" }`',
          marks: '"aws:SourceIp"',
        }),
        finds(deny({ ...all, Condition: { StringNotEqualsIfExists: StringNotEquals } }), {
          at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:SourceVpce',
        }),
        finds(deny({ ...all, Condition: { Null: { 'aws:SourceVpc': 'true' } } }), {
          at: '/Statement/0/Condition/Null/aws:SourceVpc',
        }),
        finds(deny({ ...all, Condition: { NotIpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:VpcSourceIp',
        }),
        // Services that call for themselves are others than those that call for somebody.
        finds(
          documentOf('rcp', {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: {
              NotIpAddressIfExists: NotIpAddress,
              StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-1a2b3c4d' },
              BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
            },
          }),
          { at: '/Statement/0/Condition/NotIpAddressIfExists/aws:SourceIp' },
        ),
        finds(
          documentOf('identity', ...ABSENT.map((Condition) => statement('Deny', { ...all, Condition }))),
          { at: '/Statement/0/Condition/ArnNotLike/aws:SourceVpcArn' },
          { at: '/Statement/1/Condition/StringNotEquals/aws:VpceAccount' },
          { at: '/Statement/2/Condition/StringNotEquals/aws:VpceOrgID' },
          { at: '/Statement/3/Condition/ForAllValues:StringNotLike/aws:VpceOrgPaths' },
        ),
        // What else has to be there says nothing of services.
        finds(deny({ ...all, Condition: { NotIpAddress, StringEquals: { 'aws:PrincipalTag/team': 'a' } } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp',
        }),
        finds(deny({ NotAction: 'execute-api:*', Resource: '*', Condition: { NotIpAddress } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp',
        }),
        finds(deny({ Action: ['execute-api:*', 's3:*'], Resource: '*', Condition: { NotIpAddress } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp',
        }),
      ],
      good: [
        deny({ ...all, Condition: { NotIpAddress, Bool: { 'aws:ViaAWSService': 'false' } } }),
        deny({
          ...all,
          Condition: {
            StringNotEquals,
            'ForAllValues:StringNotEquals': { 'aws:CalledVia': ['athena.amazonaws.com'] },
          },
        }),
        // Calls without the key are not denied, nor are all that do not come from a network that is named.
        deny({ ...all, Condition: { StringNotEquals, Null: { 'aws:SourceVpce': 'false' } } }),
        deny({ ...all, Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } }),
        allow({ Condition: { StringNotEquals, Null: { 'aws:SourceVpce': 'false' } } }),
        documentOf('resource', {
          Effect: 'Deny',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/*',
          Condition: { StringNotEquals },
        }),
        // Calls of services do not come through the endpoint.
        documentOf('vpcEndpoint', {
          Effect: 'Deny',
          Principal: '*',
          ...all,
          Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } },
        }),
        documentOf('trust', {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Condition: { NotIpAddress },
        }),
        allow({ Condition: { NotIpAddress } }),
        deny({ ...all, Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
        deny({ ...all, Condition: { IpAddressIfExists: NotIpAddress } }),
        ...['aws:CalledViaFirst', 'aws:CalledViaLast'].map((key) =>
          deny({
            ...all,
            Condition: { NotIpAddress, StringNotEquals: { [key]: 'athena.amazonaws.com' } },
          }),
        ),
      ],
    };
  },
  *check(context) {
    if (context.type === 'vpcEndpoint' || context.type === 'trust') return;
    for (const statement of context.statements.filter(({ allows }) => !allows)) {
      const facts = statement.conditions.find(isForOtherNetworks);
      if (facts === undefined || exceptsServices(statement) || isOfOwnApis(statement)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found a Deny by ${quote(facts.condition.key)} without an exception for calls that AWS services make for the caller: after a call through a VPC endpoint they have no such key`,
        help: 'add `"Bool": { "aws:ViaAWSService": "false" }`',
      };
    }
  },
};

/** The keys of the network that calls of services for a caller do not carry on. */
const NETWORK_KEYS: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip',
]);
const SERVICE_KEYS: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:viaawsservice',
]);

/** Whether a condition is on the network, and for all but some; of those that need the key, none hits services. */
function isForOtherNetworks({ key, negated, isNullTest }: ConditionFacts): boolean {
  return NETWORK_KEYS.has(key) && (negated || isNullTest);
}

/** APIs that customers make themselves no service of AWS calls for anybody. */
function isOfOwnApis({ actions, statement }: StatementFacts): boolean {
  return !statement.action.negated && actions.every(({ facts }) => facts.prefix === 'execute-api');
}

function exceptsServices({ conditions }: StatementFacts): boolean {
  return conditions.some(({ key, needsKey }) => SERVICE_KEYS.has(key) || (NETWORK_KEYS.has(key) && needsKey));
}
