/** Who has a context key in hand: AWS, an identity provider, or the caller; `unknown` where no page says. */
export type KeyControl = 'aws' | 'provider' | 'caller' | 'unknown';

/** A key that callers outside cannot give a value of their choice, and the page that says where it comes from. */
export interface UninfluencedKey {
  readonly control: 'aws' | 'provider';
  readonly source: string;
}

const GLOBAL = '"AWS global condition context keys"';
const ofAws = (source: string = GLOBAL): UninfluencedKey => ({ control: 'aws', source });
const ofProvider = (source: string): UninfluencedKey => ({ control: 'provider', source });
const KMS = '"AWS KMS condition keys"';
const FEDERATION = '"IAM and AWS STS condition context keys"';

/**
 * Keys that tell of a caller what it cannot choose: AWS or an identity provider sets them. That a key is here says nothing of
 * whether somebody outside has the value that a policy asks for. Pages by their titles, from memory, unchecked.
 */
export const UNINFLUENCED_KEYS: Readonly<Record<string, UninfluencedKey>> = {
  'aws:ec2instancesourcevpc': ofAws(),
  'aws:federatedprovider': ofAws(),
  'aws:principalaccount': ofAws(),
  'aws:principalarn': ofAws(),
  'aws:principalisawsservice': ofAws(),
  'aws:principalorgid': ofAws(),
  'aws:principalorgpaths': ofAws(),
  'aws:principalservicename': ofAws(),
  'aws:principalservicenameslist': ofAws(),
  'aws:sourceaccount': ofAws(),
  'aws:sourcearn': ofAws(),
  'aws:sourceip': ofAws(),
  'aws:sourceorgid': ofAws(),
  'aws:sourceorgpaths': ofAws(),
  'aws:sourceowner': ofAws('"Amazon SNS policy examples": the account of the topic that is published to'),
  'aws:sourcevpc': ofAws(),
  'aws:sourcevpcarn': ofAws(),
  'aws:sourcevpce': ofAws(),
  'aws:userid': ofAws(),
  'aws:vpceaccount': ofAws(),
  'aws:vpceorgid': ofAws(),
  'aws:vpceorgpaths': ofAws(),
  'ec2:sourceinstancearn': ofAws(GLOBAL),
  'elasticfilesystem:accessedviamounttarget': ofAws(
    '"Using IAM to control file system data access" of Amazon EFS',
  ),
  'kms:calleraccount': ofAws(KMS),
  's3:dataaccesspointaccount': ofAws('"Condition keys for Amazon S3" of access points'),
  's3:dataaccesspointarn': ofAws('"Condition keys for Amazon S3" of access points'),
  'vpc-lattice-svcs:sourcevpc': ofAws('"Auth policies in VPC Lattice"'),
  'vpc-lattice-svcs:sourcevpcowneraccount': ofAws('"Auth policies in VPC Lattice"'),
  'accounts.google.com:aud': ofProvider(FEDERATION),
  'accounts.google.com:sub': ofProvider(FEDERATION),
  'cognito-identity.amazonaws.com:aud': ofProvider(FEDERATION),
  'cognito-identity.amazonaws.com:sub': ofProvider(FEDERATION),
  'graph.facebook.com:app_id': ofProvider(FEDERATION),
  'graph.facebook.com:id': ofProvider(FEDERATION),
  'www.amazon.com:app_id': ofProvider(FEDERATION),
  'www.amazon.com:user_id': ofProvider(FEDERATION),
  'saml:aud': ofProvider(FEDERATION),
  'saml:iss': ofProvider(FEDERATION),
};

/** Keys that are a caller's own choice: what it sends, and what it calls its identities. */
const OF_CALLERS =
  /^(?:aws:(?:principaltag\/|requesttag\/|tagkeys$|username$|useragent$|referer$|securetransport$|requestedregion$)|sts:(?:externalid|rolesessionname|sourceidentity)$)/;

/**
 * Who has a context key in hand.
 *
 * @param key - as a policy spells it.
 */
export function keyControl(key: string): KeyControl {
  const name = key.toLowerCase();
  const known = Object.hasOwn(UNINFLUENCED_KEYS, name) ? UNINFLUENCED_KEYS[name] : undefined;
  if (known !== undefined) return known.control;
  // The claims of identity providers that name an audience, an application or a subject.
  if (/:(?:aud|sub|app_id|amr|azp)$/.test(name)) return 'provider';
  return OF_CALLERS.test(name) ? 'caller' : 'unknown';
}
