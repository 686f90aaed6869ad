/**
 * Global keys whose values are identifiers that AWS makes, in lower case: patterns of them mean nothing.
 *
 * Source: "AWS global condition context keys" (sensitive keys), "Control access to VPC endpoints using endpoint
 * policies", read 2026-11-29.
 */
export const IDENTIFIER_KEYS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
]);
