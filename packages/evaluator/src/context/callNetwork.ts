import type { ContextValue } from '@policywright/conditions';
import { isRecord } from '@policywright/policy';

/** The way that the first call of a principal took: to a public endpoint, or through a VPC endpoint. */
export type CallNetwork =
  | {
      /** The public address that the call came from. */
      readonly sourceIp: string;
    }
  | {
      /** The id of the VPC endpoint. */
      readonly sourceVpce: string;
      /** The id of its VPC. */
      readonly sourceVpc?: string | undefined;
      /** The private address that the call came from. */
      readonly vpcSourceIp?: string | undefined;
    };

/**
 * The network keys of a request. Onward calls, made by services in forward access sessions, keep the public address
 * of the first call; of a VPC endpoint that it came through they keep nothing.
 *
 * Source: "Forward access sessions", "AWS global condition context keys"; rules S108 and S181.
 *
 * @param network - the way of the first call; anything else gives no keys.
 * @param isOnward - whether a service makes the request on the principal's behalf.
 * @returns context keys with their values.
 */
export function networkKeys(
  network: unknown,
  isOnward: boolean,
): readonly (readonly [string, ContextValue])[] {
  if (!isRecord(network)) return [];
  const { sourceIp, sourceVpce, sourceVpc, vpcSourceIp } = network;
  const isThroughEndpoint = typeof sourceVpce === 'string';
  if (!isThroughEndpoint) return textKeys([['aws:SourceIp', sourceIp]]);
  if (isOnward) return [];
  return textKeys([
    ['aws:SourceVpce', sourceVpce],
    ['aws:SourceVpc', sourceVpc],
    ['aws:VpcSourceIp', vpcSourceIp],
  ]);
}

function textKeys(keys: readonly (readonly [string, unknown])[]): readonly (readonly [string, string])[] {
  return keys.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
}
