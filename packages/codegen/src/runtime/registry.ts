/**
 * What the compiler knows of each generated service, by prefix; the service modules add theirs.
 *
 * Most of it is text, which the types of this module search as they need it. Members and unions would say the same, but every
 * consumer's compiler would read, bind and merge each of them before it checked the first statement.
 */
export interface Services {
  readonly aws: GlobalFacts;
}

/** The keys that a request for any action may have, as a service without actions; some come with sessions that a service began. */
interface GlobalFacts {
  /** The actions by name, such as `ecs:RunTask`. */
  readonly names: never;
  /** A line for each action: its name, the number of its keys' line, and the resource types that it takes. */
  readonly actions: '\n';
  /** A line for each list of condition keys, which begins with its number. */
  readonly keys: '\n';
  /** Keys that vary elsewhere than after their last slash. */
  readonly patterns: '\n';
  /** Keys whose values are texts; here and below, `*` stands for what a tag or the like is called. */
  readonly string: `
<aws:CalledVia>
<aws:CalledViaAWSMCP>
<aws:CalledViaFirst>
<aws:CalledViaLast>
<aws:Ec2InstanceSourceVpc>
<aws:FederatedProvider>
<aws:PrincipalAccount>
<aws:PrincipalOrgID>
<aws:PrincipalOrgPaths>
<aws:PrincipalServiceName>
<aws:PrincipalServiceNamesList>
<aws:PrincipalTag/*>
<aws:PrincipalType>
<aws:RequestedRegion>
<aws:ResourceAccount>
<aws:ResourceOrgID>
<aws:ResourceOrgPaths>
<aws:SourceAccount>
<aws:SourceIdentity>
<aws:SourceOrgID>
<aws:SourceOrgPaths>
<aws:SourceVpc>
<aws:SourceVpce>
<aws:UserAgent>
<aws:ViaCustomerDomain>
<aws:VpceAccount>
<aws:VpceOrgID>
<aws:VpceOrgPaths>
<aws:referer>
<aws:userid>
<aws:username>
<glue:CredentialIssuingService>
<glue:RoleAssumedBy>
<identitystore:UserId>
`;
  /** Keys whose values are ARNs. */
  readonly arn: `
<aws:ChatbotSourceArn>
<aws:PrincipalArn>
<aws:SignInSessionArn>
<aws:SourceArn>
<aws:SourceVpcArn>
<codebuild:BuildArn>
<codebuild:ProjectArn>
<ec2:SourceInstanceArn>
<lambda:SourceFunctionArn>
<ssm:SourceInstanceArn>
`;
  /** Keys whose values are true or false. */
  readonly bool: `
<aws:AssumedRoot>
<aws:IsMcpServiceAction>
<aws:MultiFactorAuthPresent>
<aws:PrincipalIsAWSService>
<aws:SecureTransport>
<aws:ViaAWSMCPService>
<aws:ViaAWSService>
`;
  /** Keys whose values are numbers. */
  readonly numeric: `
<aws:EpochTime>
<aws:MultiFactorAuthAge>
<ec2:RoleDelivery>
`;
  /** Keys whose values are points in time. */
  readonly date: `
<aws:CurrentTime>
<aws:EpochTime>
<aws:TokenIssueTime>
`;
  /** Keys whose values are IP addresses. */
  readonly ipAddress: `
<aws:Ec2InstanceSourcePrivateIPv4>
<aws:SourceIp>
<aws:VpcSourceIp>
`;
  /** Keys, of any type, that can hold several values at once. */
  readonly multivalued: `
<aws:CalledVia>
<aws:PrincipalOrgPaths>
<aws:PrincipalServiceNamesList>
<aws:ResourceOrgPaths>
<aws:SourceOrgPaths>
<aws:VpceOrgPaths>
<aws:TagKeys>
`;
}

/** Only some actions have these, but the services that have them share them. */
type TagKeys = '<aws:RequestTag/*><aws:ResourceTag/*><aws:TagKeys>';

export type GlobalKeys = Services['aws']['string' | 'arn' | 'bool' | 'numeric' | 'date' | 'ipAddress'];
export type ArnKeys = Services[keyof Services]['arn'];
export type StringKeys = TagKeys | Services[keyof Services]['string'] | ArnKeys;
export type BoolKeys = Services[keyof Services]['bool'];
export type NumericKeys = Services[keyof Services]['numeric'];
export type DateKeys = Services[keyof Services]['date'];
export type IpAddressKeys = Services[keyof Services]['ipAddress'];
type MultivaluedKeys = Services[keyof Services]['multivalued'];
export type AnyKeys = StringKeys | BoolKeys | NumericKeys | DateKeys | IpAddressKeys;

/**
 * A text itself if it could be an item, as `LiteralOf<Text>['text']`; never `string` nor a pattern such as `ecs:${string}`.
 *
 * Only of a literal does the compiler know that letters turned large and small again are the small ones.
 *
 * It is a member of an interface, as are others below: of an alias the compiler would find out how it varies with
 * its parameter, which takes longer than all else that completions need.
 */
export interface LiteralOf<Text extends string> {
  readonly text: Text extends `${string}>${string}`
    ? never
    : Lowercase<Text> extends Lowercase<Uppercase<Text>>
      ? Text
      : never;
}

/** The lists, or the one, that have an item; `never` if none has. */
export type ListWith<Item extends string, List> = LiteralOf<Item>['text'] extends never
  ? never
  : List extends `${string}<${Item}>${string}`
    ? List
    : never;

/** The lists that have a key, or its family, as `aws:RequestTag/*` is one. */
type ListFor<Key extends string, List> =
  | ListWith<Key, List>
  | (Key extends `${infer Head}/${string}` ? ListWith<`${Head}/*`, List> : never);

/** Those of some keys that none of the lists has, neither by name nor by a family or a pattern that they fit. */
export type KeysNotIn<Key extends string, List> = Key extends string
  ? ListFor<Key, List> extends never
    ? Fitting<Key, List, Services[keyof Services]['patterns']> extends never
      ? Key
      : never
    : never
  : never;

/** Those of some keys that can hold several values at once. */
export type MultivaluedOf<Key extends string> = Key extends string
  ? ListFor<Key, MultivaluedKeys> extends never
    ? never
    : Key
  : never;

type Fitting<Key, List, Patterns> = Patterns extends `${string}<${infer Pattern}>${infer Rest}`
  ? Key extends Stars<Pattern>
    ? ListWith<Pattern, List> extends never
      ? Fitting<Key, List, Rest>
      : Key
    : Fitting<Key, List, Rest>
  : never;

/** All items of lists, as types of the texts that they stand for. */
export type Items<List, Found = never> = List extends `${string}<${infer Item}>${infer Rest}`
  ? Items<Rest, Found | Stars<Item>>
  : Found;

/** Replaces `*` by any text. */
export type Stars<
  Pattern extends string,
  Done extends string = '',
> = Pattern extends `${infer Head}*${infer Tail}`
  ? Stars<Tail, `${Done}${Head}${string}`>
  : `${Done}${Pattern}`;

/**
 * What an argument is taken for before it is written: one of some names, for completions.
 *
 * As members of interfaces, the names are looked for when they are asked for and not before.
 */
export interface Suggested<Names> {
  readonly suggested: Names;
}
export type SuggestedItem<List> = string & ItemsOf<List>;
interface ItemsOf<List> extends Suggested<unknown> {
  readonly suggested: Items<List>;
}
