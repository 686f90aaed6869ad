/** What the values of a condition key look like. */
export interface ValueForm {
  /** Patterns, one of which each value matches; `#` stands for a digit. */
  readonly patterns: readonly string[];
  /** What the values are, for messages: `ids of organizations`. */
  readonly what: string;
  /** What to write. */
  readonly help: string;
}

function ec2Arn(type: string): ValueForm {
  return {
    patterns: [`arn:*:ec2:*:*:${type}/*`],
    what: `ARNs of resources of the type \`${type}\``,
    help: `write \`arn:aws:ec2:REGION:ACCOUNT:${type}/ID\``,
  };
}

function oneOf(...values: readonly string[]): ValueForm {
  return {
    patterns: values,
    what: values.map((value) => `\`${value}\``).join(', '),
    help: 'write one of these',
  };
}

/** The claims that a subject of GitHub can be made of, by how their names begin. */
const GITHUB_CLAIMS = `
actor base_ref check_run context enterprise environment event_name head_ref job_workflow ref repo run workflow
`;

let known: ReadonlyMap<string, ValueForm> | undefined;

/**
 * Condition keys of whose values the form is known, by their names in lower case.
 *
 * Source: "AWS global condition context keys" and "IAM policy elements: Variables and tags", principal key values, read
 * 2026-11-29; the claims of GitHub, the keys of IAM, EC2, Lambda, S3 and EKS, and the closed lists are written from
 * memory, unchecked.
 */
function valueForms(): ReadonlyMap<string, ValueForm> {
  return (known ??= makeForms());
}

function makeForms(): ReadonlyMap<string, ValueForm> {
  const ACCOUNT: ValueForm = {
    patterns: ['############'],
    what: 'numbers of accounts',
    help: 'write the twelve digits of the account',
  };
  /** Anonymous callers have a value of their own. */
  const CALLER_ACCOUNT: ValueForm = { ...ACCOUNT, patterns: [...ACCOUNT.patterns, 'anonymous'] };
  const ORGANIZATION: ValueForm = {
    patterns: ['o-*'],
    what: 'ids of organizations',
    help: 'write the id of the organization, such as `o-a1b2c3d4e5`',
  };
  const PATH: ValueForm = {
    patterns: ['o-*/r-*/'],
    what: 'paths of organizations',
    help: 'write the whole path, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`, with the slash at its end',
  };
  const CALLER_ARN: ValueForm = {
    patterns: [
      'arn:*:iam::*:role/*',
      'arn:*:iam::*:user/*',
      'arn:*:iam::*:root',
      'arn:*:sts::*:federated-user/*',
    ],
    what: 'ARNs of roles, users, federated users and root users',
    help: 'write `arn:aws:iam::ACCOUNT:role/NAME`: sessions have the ARN of their role',
  };
  const POLICY_ARN: ValueForm = {
    patterns: ['arn:*:iam::*:policy/*'],
    what: 'ARNs of managed policies',
    help: 'write `arn:aws:iam::ACCOUNT:policy/NAME`',
  };
  return new Map<string, ValueForm>([
    ['aws:principalaccount', CALLER_ACCOUNT],
    ['aws:resourceaccount', ACCOUNT],
    ['aws:sourceaccount', ACCOUNT],
    ['aws:vpceaccount', ACCOUNT],
    ['kms:calleraccount', ACCOUNT],
    ['aws:principalorgid', ORGANIZATION],
    ['aws:resourceorgid', ORGANIZATION],
    ['aws:sourceorgid', ORGANIZATION],
    ['aws:vpceorgid', ORGANIZATION],
    ['aws:principalorgpaths', PATH],
    ['aws:resourceorgpaths', PATH],
    ['aws:sourceorgpaths', PATH],
    ['aws:vpceorgpaths', PATH],
    ['aws:principalarn', CALLER_ARN],
    ['aws:principaltype', oneOf('Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous')],
    ['ec2:metadatahttptokens', oneOf('required', 'optional')],
    ['ec2:subnet', ec2Arn('subnet')],
    ['ec2:vpc', ec2Arn('vpc')],
    ['iam:permissionsboundary', POLICY_ARN],
    ['iam:policyarn', POLICY_ARN],
    ['lambda:functionurlauthtype', oneOf('AWS_IAM', 'NONE')],
    [
      's3:x-amz-acl',
      oneOf(
        'private',
        'public-read',
        'public-read-write',
        'authenticated-read',
        'aws-exec-read',
        'bucket-owner-read',
        'bucket-owner-full-control',
        'log-delivery-write',
      ),
    ],
    [
      'token.actions.githubusercontent.com:sub',
      {
        patterns: GITHUB_CLAIMS.trim()
          .split(/\s+/)
          .map((claim) => `${claim}*:*`),
        what: 'claims with their names in front, usually `repo:OWNER/NAME:…`',
        help: 'let it start with `repo:`',
      },
    ],
    ['s3:x-amz-server-side-encryption', oneOf('AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx')],
  ]);
}

const EKS_SUBJECT = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\/[^:]*:sub$/;
const SERVICE_ACCOUNT: ValueForm = {
  patterns: ['system:serviceaccount:*:*'],
  what: 'names of service accounts',
  help: 'write `system:serviceaccount:NAMESPACE:NAME`',
};

/**
 * What the values of a condition key look like.
 *
 * @param key - in lower case.
 * @returns `undefined` where any text can be a value, or nothing is known.
 */
export function valueFormOf(key: string): ValueForm | undefined {
  return valueForms().get(key) ?? (EKS_SUBJECT.test(key) ? SERVICE_ACCOUNT : undefined);
}
