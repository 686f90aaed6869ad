// oxlint-disable typescript/no-redundant-type-constituents -- the lists of keys are empty only until services fill them
/**
 * The actions of each generated service, by prefix; the service modules fill it.
 *
 * An action's entry is `{ on, keys }`: the resource types that it takes and the condition keys that it has.
 */
export interface Services {}

/** Keys of generated services whose values are texts; as all these lists, by template name. */
export interface StringKeys {}
/** Keys of generated services whose values are ARNs. */
export interface ArnKeys {}
/** Keys of generated services whose values are true or false. */
export interface BoolKeys {}
/** Keys of generated services whose values are numbers. */
export interface NumericKeys {}
/** Keys of generated services whose values are points in time. */
export interface DateKeys {}
/** Keys of generated services whose values are IP addresses. */
export interface IpAddressKeys {}
/** Keys of generated services, of any type, that can hold several values at once. */
export interface MultivaluedKeys {}

type GlobalStringKey =
  | 'aws:CalledViaFirst'
  | 'aws:CalledViaLast'
  | 'aws:Ec2InstanceSourceVpc'
  | 'aws:FederatedProvider'
  | 'aws:PrincipalAccount'
  | 'aws:PrincipalOrgID'
  | 'aws:PrincipalServiceName'
  | `aws:PrincipalTag/${string}`
  | 'aws:PrincipalType'
  | 'aws:RequestedRegion'
  | 'aws:ResourceAccount'
  | 'aws:ResourceOrgID'
  | 'aws:SourceAccount'
  | 'aws:SourceIdentity'
  | 'aws:SourceOrgID'
  | 'aws:SourceVpc'
  | 'aws:SourceVpce'
  | 'aws:UserAgent'
  | 'aws:VpceAccount'
  | 'aws:VpceOrgID'
  | 'aws:referer'
  | 'aws:userid'
  | 'aws:username'
  | 'glue:CredentialIssuingService'
  | 'glue:RoleAssumedBy'
  | 'identitystore:UserId';
type GlobalStringsKey =
  | 'aws:CalledVia'
  | 'aws:PrincipalOrgPaths'
  | 'aws:PrincipalServiceNamesList'
  | 'aws:ResourceOrgPaths'
  | 'aws:SourceOrgPaths'
  | 'aws:VpceOrgPaths';
type GlobalArnKey =
  | 'aws:ChatbotSourceArn'
  | 'aws:PrincipalArn'
  | 'aws:SourceArn'
  | 'aws:SourceVpcArn'
  | 'ec2:SourceInstanceArn'
  | 'lambda:SourceFunctionArn'
  | 'ssm:SourceInstanceArn';
type GlobalBoolKey =
  | 'aws:AssumedRoot'
  | 'aws:MultiFactorAuthPresent'
  | 'aws:PrincipalIsAWSService'
  | 'aws:SecureTransport'
  | 'aws:ViaAWSService';
type GlobalNumericKey = 'aws:EpochTime' | 'aws:MultiFactorAuthAge' | 'ec2:RoleDelivery';
type GlobalDateKey = 'aws:CurrentTime' | 'aws:EpochTime' | 'aws:TokenIssueTime';
type GlobalIpAddressKey = 'aws:Ec2InstanceSourcePrivateIPv4' | 'aws:SourceIp' | 'aws:VpcSourceIp';
/** Only some actions have these, but the services that have them share them. */
type TagStringKey = `aws:RequestTag/${string}` | `aws:ResourceTag/${string}`;

/** The keys that a request for any action may have; those of a service come with sessions that it began. */
export type GlobalKey =
  | GlobalStringKey
  | GlobalStringsKey
  | GlobalArnKey
  | GlobalBoolKey
  | GlobalNumericKey
  | GlobalDateKey
  | GlobalIpAddressKey;

export type StringKey =
  GlobalStringKey | GlobalStringsKey | TagStringKey | 'aws:TagKeys' | StringKeys[keyof StringKeys];
export type ArnKey = GlobalArnKey | ArnKeys[keyof ArnKeys];
export type BoolKey = GlobalBoolKey | BoolKeys[keyof BoolKeys];
export type NumericKey = GlobalNumericKey | NumericKeys[keyof NumericKeys];
export type DateKey = GlobalDateKey | DateKeys[keyof DateKeys];
export type IpAddressKey = GlobalIpAddressKey | IpAddressKeys[keyof IpAddressKeys];
export type MultivaluedKey = GlobalStringsKey | 'aws:TagKeys' | MultivaluedKeys[keyof MultivaluedKeys];
/** Every condition key of the generated services, and the global ones. */
export type ConditionKey = StringKey | ArnKey | BoolKey | NumericKey | DateKey | IpAddressKey;
