import type { Policy } from '@policywright/policy';
import type { FoundAt } from './findings.ts';
import type { Reading } from './principalParts.ts';
import { isJsonRecord, listMember, textMember, type JsonRecord } from './shape.ts';

/** A managed policy of an answer. */
export interface PolicyParts {
  readonly arn: string;
  /** The default version; `undefined` where it cannot be read. */
  readonly policy: Policy | undefined;
  readonly hasOtherVersions: boolean;
}

/** Reads a managed policy; `undefined` where it is none, which is reported. */
export function readPolicyParts(
  element: JsonRecord,
  { reading, at }: { readonly reading: Reading; readonly at: FoundAt },
): PolicyParts | undefined {
  const { findings, pool } = reading;
  const arn = textMember(element, 'Arn');
  if (arn === undefined) {
    findings.add('invalid-shape', 'expected the ARN of a policy in `Arn`', at);
    return undefined;
  }
  const versions = (listMember(element, 'PolicyVersionList') ?? []).filter(isJsonRecord);
  const defaultId = textMember(element, 'DefaultVersionId');
  const current = versions.find(
    (version) => version['IsDefaultVersion'] === true || textMember(version, 'VersionId') === defaultId,
  );
  const hasOtherVersions = versions.length > 1;
  if (current === undefined) return { arn, policy: undefined, hasOtherVersions };
  const found = pool.read(current['Document']);
  if (found.policy === undefined) {
    const place = { ...at, path: `${at.path}/PolicyVersionList/${versions.indexOf(current)}/Document` };
    findings.add('invalid-policy', `policy \`${arn}\`: ${found.message}`, place);
  }
  return { arn, policy: found.policy, hasOtherVersions };
}
