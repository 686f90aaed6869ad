/** The kinds of VPC endpoint whose policies differ: those of a gateway endpoint name no principals (rule S33). */
export type EndpointType = 'gateway' | 'interface';

const GATEWAY_SERVICES: ReadonlySet<string> = new Set(['dynamodb', 's3', 's3express']);

/**
 * Whether a service has gateway endpoints, beside interface endpoints.
 *
 * Source: "Gateway endpoints", AWS PrivateLink, read 2026-11-29 (rule S33).
 *
 * @param service - prefix of its actions, in lower case.
 */
export function hasGatewayEndpoints(service: string): boolean {
  return GATEWAY_SERVICES.has(service);
}
