import { isAccountId, parseArn } from '@policywright/arn';
import { readKmsGrants } from '@policywright/scenario';
import type { AccountDiagnostic } from '../model/accountDiagnostic.ts';
import type { ResourceData } from '../model/resourceData.ts';
import { DocumentPool } from './documentPool.ts';
import { AccountFindings, type FoundAt } from './findings.ts';
import { parseFile } from './parseFile.ts';
import type { Reading } from './principalParts.ts';
import { isJsonRecord, listMember, readTags, textMember, type JsonRecord } from './shape.ts';

/** Resources, and what is wrong with the file that tells of them. */
export interface ResourcesReading {
  readonly resources: readonly ResourceData[];
  readonly diagnostics: readonly AccountDiagnostic[];
}

/**
 * Reads resources: `[{ arn, account?, tags?, policy?, keyArn?, roles?, grants?, restrictPublicBuckets? }]`. The policy is a document
 * or its text, tags an object or the list that AWS answers with. Tags that are left out are not known; a policy that is left
 * out is none, but for KMS keys, which all have one.
 *
 * @param text - JSON; never throws.
 * @param file - a name for diagnostics.
 * @param pool - shares documents with other readers.
 */
export function readResources(text: string, file = '', pool?: DocumentPool): ResourcesReading {
  const findings = new AccountFindings();
  const at: FoundAt = { file, path: '', start: undefined };
  const value = parseFile(text, { findings, at });
  const reading: Reading = { pool: pool ?? new DocumentPool(), findings };
  if (!Array.isArray(value)) {
    if (findings.list.length === 0)
      findings.add('invalid-shape', 'expected a list: `[{ arn, account, tags, policy }]`', at);
    return { resources: [], diagnostics: findings.list };
  }
  const resources = (value as readonly unknown[]).flatMap(
    (entry, index) => readResource(entry, { reading, at: { ...at, path: `/${index}` } }) ?? [],
  );
  return { resources, diagnostics: findings.list };
}

interface ResourceReading {
  readonly reading: Reading;
  readonly at: FoundAt;
}

function readResource(value: unknown, { reading, at }: ResourceReading): ResourceData | undefined {
  const arn = isJsonRecord(value) ? textMember(value, 'arn') : undefined;
  const parsed = arn === undefined ? undefined : parseArn(arn);
  if (!isJsonRecord(value) || arn === undefined || parsed === undefined) {
    reading.findings.add('invalid-shape', 'expected `{ arn, … }`', at);
    return undefined;
  }
  const told = textMember(value, 'account');
  const { policy, isUnknown } = readPolicy(value, { reading, at });
  const isKey = parsed.service === 'kms' && parsed.resource.startsWith('key/');
  const tags = 'tags' in value ? readTags(value['tags']) : undefined;
  if ('tags' in value && tags === undefined)
    reading.findings.add('invalid-shape', 'expected tags', { ...at, path: `${at.path}/tags` });
  return {
    arn,
    account:
      told !== undefined && isAccountId(told)
        ? told
        : isAccountId(parsed.account)
          ? parsed.account
          : undefined,
    tags,
    policy,
    isPolicyUnknown: isUnknown || (isKey && policy === undefined),
    keyArn: textMember(value, 'keyArn'),
    roles: (listMember(value, 'roles') ?? []).filter((role) => typeof role === 'string'),
    grants: readGrants(value['grants'], { reading, at }),
    restrictsPublicAccess: value['restrictPublicBuckets'] === true,
  };
}

function readPolicy(
  value: JsonRecord,
  { reading, at }: ResourceReading,
): { readonly policy: ResourceData['policy']; readonly isUnknown: boolean } {
  const document = value['policy'];
  if (document === undefined || document === null) return { policy: undefined, isUnknown: false };
  const found = reading.pool.read(document);
  if (found.policy !== undefined) return { policy: found.policy, isUnknown: false };
  const place = { ...at, path: `${at.path}/policy` };
  reading.findings.add('invalid-policy', `policy of \`${String(value['arn'])}\`: ${found.message}`, place);
  return { policy: undefined, isUnknown: true };
}

function readGrants(value: unknown, { reading, at }: ResourceReading): ResourceData['grants'] {
  if (value === undefined) return [];
  const { grants, diagnostics } = readKmsGrants(JSON.stringify(value));
  for (const { message, path } of diagnostics)
    reading.findings.add('invalid-shape', message, { ...at, path: `${at.path}/grants${path}` });
  return grants ?? [];
}
