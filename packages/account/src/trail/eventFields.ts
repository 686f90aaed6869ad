import { isJsonRecord, textMember, type JsonRecord } from '../read/shape.ts';
import type { ObservedCaller } from '../model/observedCall.ts';

const UNTOLD: ObservedCaller = { kind: 'other', name: '', account: '' };

/**
 * Reads who made a call.
 *
 * Source: "CloudTrail userIdentity element", AWS CloudTrail User Guide.
 *
 * @param identity - `userIdentity` of an event.
 */
export function callerOf(identity: unknown): ObservedCaller {
  if (!isJsonRecord(identity)) return UNTOLD;
  const arn = textMember(identity, 'arn') ?? '';
  const account = textMember(identity, 'accountId') ?? '';
  switch (identity['type']) {
    case 'IAMUser':
      return { kind: 'user', name: arn, account };
    case 'Root':
      return { kind: 'root', name: arn, account };
    case 'AssumedRole':
      return { kind: 'role', name: issuerOf(identity) ?? roleOfSession(arn), account };
    case 'FederatedUser':
      return { kind: 'federated', name: issuerOf(identity) ?? arn, account };
    case 'AWSService':
      return { kind: 'service', name: textMember(identity, 'invokedBy') ?? '', account: '' };
    default:
      return { kind: 'other', name: arn, account };
  }
}

function issuerOf(identity: JsonRecord): string | undefined {
  const context = identity['sessionContext'];
  const issuer = isJsonRecord(context) ? context['sessionIssuer'] : undefined;
  return isJsonRecord(issuer) ? textMember(issuer, 'arn') : undefined;
}

/** The ARN of a session does not tell the path of its role. */
function roleOfSession(arn: string): string {
  const [, start, account, name] = /^(arn:[^:]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return name === undefined ? arn : `${start ?? ''}:iam::${account ?? ''}:role/${name}`;
}

/** Keys that events tell, but that have too many values to tell calls apart by unless somebody asks. */
export const KEYS_OF_EVENTS = ['aws:SourceIp', 'aws:UserAgent'] as const;

/** A key of {@link KEYS_OF_EVENTS}. */
export type KeyOfEvents = (typeof KEYS_OF_EVENTS)[number];

/**
 * Reads the context keys that an event tells.
 *
 * @param event - a record.
 * @param wanted - keys with many values that are wanted.
 */
export function contextOf(
  event: JsonRecord,
  wanted: ReadonlySet<KeyOfEvents>,
): Readonly<Record<string, string | readonly string[]>> {
  const identity = isJsonRecord(event['userIdentity']) ? event['userIdentity'] : {};
  const session = identity['sessionContext'];
  const attributes = isJsonRecord(session) ? session['attributes'] : undefined;
  const mfa = isJsonRecord(attributes) ? textMember(attributes, 'mfaAuthenticated') : undefined;
  const endpoint = textMember(event, 'vpcEndpointId');
  const service = textMember(identity, 'invokedBy');
  const context: Record<string, string | readonly string[]> = {};
  if (mfa !== undefined) context['aws:MultiFactorAuthPresent'] = mfa;
  if (endpoint !== undefined) context['aws:SourceVpce'] = endpoint;
  if (service !== undefined && identity['type'] !== 'AWSService') {
    context['aws:ViaAWSService'] = 'true';
    context['aws:CalledVia'] = [service];
  }
  const address = textMember(event, 'sourceIPAddress');
  if (
    wanted.has('aws:SourceIp') &&
    service === undefined &&
    address !== undefined &&
    /^[\d.]+$|:/.test(address)
  )
    context['aws:SourceIp'] = address;
  const agent = textMember(event, 'userAgent');
  if (wanted.has('aws:UserAgent') && agent !== undefined) context['aws:UserAgent'] = agent;
  return context;
}

/** The ARNs among the `resources` of an event. */
export function resourcesOfEvent(resources: unknown): readonly string[] {
  if (!Array.isArray(resources)) return [];
  return (resources as readonly unknown[]).flatMap((one) =>
    isJsonRecord(one) ? (textMember(one, 'ARN') ?? textMember(one, 'arn') ?? []) : [],
  );
}
