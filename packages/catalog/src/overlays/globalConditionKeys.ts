import type { ConditionKey, ConditionKeyType } from '../model/conditionKey.ts';
import { citeRead } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import { PAGES } from './pages.ts';

/** What a global key says something about. */
export type GlobalKeyCategory = 'principal' | 'session' | 'network' | 'resource' | 'request';

/** The kinds of caller, for {@link GlobalConditionKey.principals}. */
export type CallerKind = 'user' | 'role' | 'federatedUser' | 'root' | 'service' | 'anonymous';

/** A condition key that every service has, or that no service alone has. */
export interface GlobalConditionKey extends ConditionKey {
  readonly category: GlobalKeyCategory;
  /** Whether every request has the key, those of anonymous callers and of services included. */
  readonly always: boolean;
  /** Whether every request has it that is signed with credentials of an account: all that bind identity policies. */
  readonly signed: boolean;
  /** When a request has it, in words. */
  readonly presence: string;
  /** The callers whose requests can have it; `undefined` where it does not depend on the caller. */
  readonly principals: readonly CallerKind[] | undefined;
  readonly source: Citation;
}

const SIGNED: readonly CallerKind[] = ['user', 'role', 'federatedUser', 'root'];
/** Callers with temporary credentials that tell of MFA: federated identities are not among them. */
const MFA: readonly CallerKind[] = ['user', 'role', 'root'];
/** The day on which the page was read, for all of its keys. */
const READ = '2026-11-29';
const SOURCE = citeRead(PAGES.globalKeys, READ);

/** What few global keys have. */
interface Row {
  readonly type?: ConditionKeyType;
  readonly multivalued?: true;
  readonly always?: true;
  readonly signed?: true;
  readonly principals?: readonly CallerKind[];
  /** The day on which the page was read for this key, where it is another than that of the rest. */
  readonly recorded?: string;
}

/** Makes a row of the list below. */
export function key(
  category: GlobalKeyCategory,
  name: string,
  presence: string,
): (row?: Row) => GlobalConditionKey {
  return (row = {}) => ({
    name,
    type: row.type ?? 'String',
    multivalued: row.multivalued ?? false,
    category,
    always: row.always ?? false,
    signed: row.always ?? row.signed ?? false,
    presence,
    principals: row.principals,
    source: row.recorded === undefined ? SOURCE : citeRead(PAGES.globalKeys, row.recorded),
  });
}

const IN_ORGANIZATION = 'the caller belongs to an account of an organization';
const BY_SERVICE = 'an AWS service calls on its own behalf';
const THROUGH_ENDPOINT = 'the request comes through a VPC endpoint';
const FOR_RESOURCE = 'an AWS service calls for a resource of a customer';
const ON_BEHALF = 'an AWS service calls on with the identity of the caller (forward access session)';
const BY_MCP = 'an MCP service of AWS calls on for the caller';
const ON_INSTANCE = 'the credentials were delivered to an EC2 instance';
const IN_BUILD = 'AWS CodeBuild assumed the role, in requests to every service';
const RESOURCE_OWNER = 'the request names a resource, for most actions';

/** The global condition keys, sorted by category, then as the AWS documentation groups them. */
export const globalConditionKeys: readonly GlobalConditionKey[] = [
  key(
    'principal',
    'aws:PrincipalArn',
    'the request is signed; for a role session this is the role',
  )({ type: 'ARN', signed: true, principals: SIGNED }),
  key(
    'principal',
    'aws:PrincipalAccount',
    'every request; of anonymous callers it is `anonymous`',
  )({ always: true }),
  key('principal', 'aws:PrincipalOrgPaths', IN_ORGANIZATION)({ multivalued: true, principals: SIGNED }),
  key('principal', 'aws:PrincipalOrgID', IN_ORGANIZATION)({ principals: SIGNED }),
  key(
    'principal',
    'aws:PrincipalTag/${TagKey}',
    'the user or role, or the session, has this tag',
  )({ principals: ['user', 'role', 'federatedUser'] }),
  key(
    'principal',
    'aws:PrincipalIsAWSService',
    'the request is signed',
  )({ type: 'Bool', signed: true, principals: [...SIGNED, 'service'] }),
  key('principal', 'aws:PrincipalServiceName', BY_SERVICE)({ principals: ['service'] }),
  key(
    'principal',
    'aws:PrincipalServiceNamesList',
    BY_SERVICE,
  )({ multivalued: true, principals: ['service'] }),
  key('principal', 'aws:PrincipalType', 'every request')({ always: true }),
  key('principal', 'aws:userid', 'every request; of anonymous callers it is `anonymous`')({ always: true }),
  key('principal', 'aws:username', 'the caller is an IAM user')({ principals: ['user'] }),

  key(
    'session',
    'aws:AssumedRoot',
    'the session was made by AssumeRoot',
  )({ type: 'Bool', principals: ['root'] }),
  key(
    'session',
    'aws:FederatedProvider',
    'the role is or was assumed with the token of an OIDC provider',
  )({ principals: ['role'] }),
  key('session', 'aws:TokenIssueTime', 'the credentials are temporary')({ type: 'Date', principals: SIGNED }),
  key(
    'session',
    'aws:SignInSessionArn',
    'the session was made by OAuth of AWS Sign-In, not in the console',
  )({ type: 'ARN', principals: SIGNED }),
  key(
    'session',
    'aws:MultiFactorAuthAge',
    'the credentials are temporary, not of a federated identity, and were issued after MFA',
  )({ type: 'Numeric', principals: MFA }),
  key(
    'session',
    'aws:MultiFactorAuthPresent',
    'the credentials are temporary, not of a federated identity',
  )({ type: 'Bool', principals: MFA }),
  key(
    'session',
    'aws:ChatbotSourceArn',
    'the session belongs to a chat channel of Amazon Q Developer',
  )({ type: 'ARN', principals: ['role'] }),
  key('session', 'aws:Ec2InstanceSourceVpc', ON_INSTANCE)({ principals: ['role'] }),
  key(
    'session',
    'aws:Ec2InstanceSourcePrivateIPv4',
    ON_INSTANCE,
  )({ type: 'IPAddress', principals: ['role'] }),
  key(
    'session',
    'aws:SourceIdentity',
    'a source identity was set when the role was assumed',
  )({ principals: ['role'] }),
  key(
    'session',
    'aws:ViaCustomerDomain',
    'the credentials were delegated to a partner, whose account is the value',
  )({ principals: ['role'] }),
  key('session', 'ec2:RoleDelivery', ON_INSTANCE)({ type: 'Numeric', principals: ['role'] }),
  key('session', 'ec2:SourceInstanceArn', ON_INSTANCE)({ type: 'ARN', principals: ['role'] }),
  key('session', 'glue:RoleAssumedBy', 'AWS Glue calls with a service role')({ principals: ['role'] }),
  key(
    'session',
    'glue:CredentialIssuingService',
    'AWS Glue calls with a service role',
  )({ principals: ['role'] }),
  key('session', 'codebuild:BuildArn', IN_BUILD)({ type: 'ARN', principals: ['role'] }),
  key('session', 'codebuild:ProjectArn', IN_BUILD)({ type: 'ARN', principals: ['role'] }),
  key(
    'session',
    'lambda:SourceFunctionArn',
    'the credentials were delivered to a Lambda function',
  )({ type: 'ARN', principals: ['role'] }),
  key(
    'session',
    'ssm:SourceInstanceArn',
    'the credentials were delivered to a managed instance',
  )({ type: 'ARN', principals: ['role'] }),
  key(
    'session',
    'identitystore:UserId',
    'the session is identity-enhanced by IAM Identity Center',
  )({ principals: ['role'] }),

  key('network', 'aws:SourceIp', 'the request does not come through a VPC endpoint')({ type: 'IPAddress' }),
  key('network', 'aws:SourceVpc', THROUGH_ENDPOINT)(),
  key('network', 'aws:SourceVpcArn', `${THROUGH_ENDPOINT}, for services that support it`)({ type: 'ARN' }),
  key('network', 'aws:SourceVpce', THROUGH_ENDPOINT)(),
  key('network', 'aws:VpceAccount', `${THROUGH_ENDPOINT}, for services that support it`)(),
  key('network', 'aws:VpceOrgID', `${THROUGH_ENDPOINT}, for services that support it`)(),
  key(
    'network',
    'aws:VpceOrgPaths',
    `${THROUGH_ENDPOINT}, for services that support it`,
  )({ multivalued: true }),
  key('network', 'aws:VpcSourceIp', THROUGH_ENDPOINT)({ type: 'IPAddress' }),

  key('resource', 'aws:ResourceAccount', RESOURCE_OWNER)(),
  key('resource', 'aws:ResourceOrgID', 'the resource belongs to an account of an organization')(),
  key(
    'resource',
    'aws:ResourceOrgPaths',
    'the resource belongs to an account of an organization',
  )({ multivalued: true }),
  key('resource', 'aws:ResourceTag/${TagKey}', 'the resource has this tag, for actions that support it')(),

  key('request', 'aws:CalledVia', ON_BEHALF)({ multivalued: true }),
  key('request', 'aws:CalledViaFirst', ON_BEHALF)(),
  key('request', 'aws:CalledViaLast', ON_BEHALF)(),
  key('request', 'aws:CalledViaAWSMCP', BY_MCP)(),
  key('request', 'aws:ViaAWSMCPService', BY_MCP)({ type: 'Bool' }),
  key(
    'request',
    'aws:IsMcpServiceAction',
    'an MCP service of AWS decides on an action of its own',
  )({ type: 'Bool' }),
  key('request', 'aws:ViaAWSService', 'every request')({ type: 'Bool', always: true }),
  key('request', 'aws:CurrentTime', 'every request')({ type: 'Date', always: true }),
  key('request', 'aws:EpochTime', 'every request')({ type: 'Date', always: true }),
  key('request', 'aws:referer', 'the client sent the header')(),
  key('request', 'aws:RequestedRegion', 'every request')({ always: true }),
  key('request', 'aws:RequestTag/${TagKey}', 'the request passes this tag, for actions that support it')(),
  key(
    'request',
    'aws:TagKeys',
    'the request passes tags, for actions that support it',
  )({ multivalued: true }),
  key('request', 'aws:SecureTransport', 'every request')({ type: 'Bool', always: true }),
  key('request', 'aws:SourceAccount', FOR_RESOURCE)({ principals: ['service'] }),
  key('request', 'aws:SourceArn', FOR_RESOURCE)({ type: 'ARN', principals: ['service'] }),
  key(
    'request',
    'aws:SourceOrgID',
    `${FOR_RESOURCE}, whose account belongs to an organization`,
  )({ principals: ['service'] }),
  key(
    'request',
    'aws:SourceOrgPaths',
    `${FOR_RESOURCE}, whose account belongs to an organization`,
  )({ multivalued: true, principals: ['service'] }),
  key('request', 'aws:UserAgent', 'every request; callers choose it')({ always: true }),
];
