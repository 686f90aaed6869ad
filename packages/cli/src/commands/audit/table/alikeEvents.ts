import type { Json } from '@duckdb/node-api';
import type { AlikeEvents } from '@policywright/account';

/** Events that are alike in all that is read of them. */
export interface CountedEvent extends AlikeEvents {
  /** One of them, as a record of AWS CloudTrail. */
  readonly event: object;
}

/** The columns that are members of events themselves. */
const MEMBERS = [
  'eventSource',
  'eventName',
  'awsRegion',
  'errorCode',
  'eventType',
  'eventCategory',
  'vpcEndpointId',
  'sourceIPAddress',
  'userAgent',
] as const;

/**
 * Puts together what a row tells.
 *
 * @param row - of the statement of `eventColumns`.
 */
export function alikeEvents(row: Readonly<Record<string, Json>>): CountedEvent {
  const text = (name: string): string | undefined => {
    const value = row[name];
    return typeof value === 'string' ? value : undefined;
  };
  const managementEvent = text('managementEvent');
  return {
    event: {
      ...Object.fromEntries(MEMBERS.map((name) => [name, text(name)])),
      eventTime: text('first'),
      ...(managementEvent !== undefined && { managementEvent: managementEvent === 'true' }),
      userIdentity: {
        type: text('identityType'),
        arn: text('identityArn'),
        accountId: text('identityAccount'),
        invokedBy: text('identityService'),
        sessionContext: {
          sessionIssuer: { arn: text('identityIssuer') },
          attributes: { mfaAuthenticated: text('identityMfa') },
        },
      },
      requestParameters: parsed(text('requestParameters')),
      resources: parsed(text('resources')),
    },
    count: Number(row['count']),
    first: text('first') ?? '',
    last: text('last') ?? '',
  };
}

function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
