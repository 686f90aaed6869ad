import { cite, citeRead, type Page } from './citation.ts';
import type { Citation } from '../model/citation.ts';
import { PAGES } from './pages.ts';

/** Another name of what a condition key tells. */
export interface KeyAlias {
  /** As a policy writes it: `aws:ResourceTag/team` for `ec2:ResourceTag/team`. */
  readonly name: string;
  /** The page that says so. */
  readonly source: Citation;
}

/** The day on which the pages were read. */
const READ = '2026-11-30';

type PageName = 'tags' | 'iamTags' | 'kms' | 's3' | 'ec2' | 'emr';

const SOURCES: Readonly<Record<PageName, () => Citation>> = {
  tags: () =>
    citeRead(
      {
        title: 'Controlling access to AWS resources using tags',
        path: 'IAM/latest/UserGuide/access_tags.html',
      },
      READ,
    ),
  iamTags: () => citeRead(PAGES.federationKeys, READ),
  kms: () =>
    citeRead(
      { title: 'AWS KMS condition keys', path: 'kms/latest/developerguide/conditions-kms.html' },
      READ,
    ),
  s3: () =>
    citeRead(
      {
        title: 'Bucket policy examples using condition keys',
        path: 'AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
      },
      READ,
    ),
  ec2: () =>
    citeRead(
      {
        title: 'Example policies to control access the Amazon EC2 API',
        path: 'AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
      },
      READ,
    ),
  emr: () => cite(EMR, undefined, READ),
};

const EMR: Page = {
  title: 'Actions, resources, and condition keys for Amazon EMR',
  path: 'service-authorization/latest/reference/list_amazonelasticmapreduce.html',
};

// Two names of one value, and the page; `*` stands for a tag key. Left out, since no page calls the values equal:
// `rds:db-tag` and the like, `dms:endpoint-tag` and the like (the reference speaks of tags in the request, its types of
// tags of the resource), `kms:CallerAccount` (a service has one, too), `s3express:ResourceAccount`, and `s3:TlsVersion`,
// of which `aws:SecureTransport` is no other name.
const PAIRS = `
aws:RequestedRegion ec2:Region ec2
aws:ResourceAccount s3:ResourceAccount s3
aws:RequestTag/* elasticmapreduce:RequestTag/* emr
aws:ResourceTag/* autoscaling:ResourceTag/* tags
aws:ResourceTag/* ec2:ResourceTag/* tags
aws:ResourceTag/* ecr:ResourceTag/* tags
aws:ResourceTag/* ecr-public:ResourceTag/* tags
aws:ResourceTag/* ecs:ResourceTag/* tags
aws:ResourceTag/* elasticloadbalancing:ResourceTag/* tags
aws:ResourceTag/* elasticmapreduce:ResourceTag/* tags
aws:ResourceTag/* iam:ResourceTag/* iamTags
aws:ResourceTag/* license-manager:ResourceTag/* tags
aws:ResourceTag/* ram:ResourceTag/* tags
aws:ResourceTag/* sagemaker:ResourceTag/* tags
aws:ResourceTag/* secretsmanager:ResourceTag/* tags
aws:ResourceTag/* ssm:resourceTag/* tags
kms:KeySpec kms:CustomerMasterKeySpec kms
kms:KeyUsage kms:CustomerMasterKeyUsage kms
`;

/**
 * Gives the other names of what a condition key tells: where a request has both keys, they have the same value.
 *
 * Whether a request has each is another matter (`relevantKeys`): types of resource have `aws:ResourceTag` without the
 * key of their service, and the other way round. A key is an alias only where a page of AWS says so.
 *
 * @param key - as a policy writes it, in any letter case, or the template: `ec2:ResourceTag/team`, `ec2:Region`.
 * @returns the names, with the tag key as it was written; empty for a key without another name.
 */
export function keyAliases(key: string): readonly KeyAlias[] {
  const found: KeyAlias[] = [];
  for (const line of PAIRS.trim().split('\n')) {
    const [first = '', second = '', page = ''] = line.split(' ');
    const name = translate(key, first, second) ?? translate(key, second, first);
    if (name !== undefined) found.push({ name, source: SOURCES[page as PageName]() });
  }
  return found;
}

/** What a key of the one form is in the other; `undefined` where it has not that form. */
function translate(key: string, from: string, to: string): string | undefined {
  if (!from.endsWith('*')) return key.toLowerCase() === from.toLowerCase() ? to : undefined;
  const tagKey = key.slice(from.length - 1);
  const isTag =
    tagKey !== '' && key.slice(0, from.length - 1).toLowerCase() === from.slice(0, -1).toLowerCase();
  return isTag ? to.slice(0, -1) + tagKey : undefined;
}
