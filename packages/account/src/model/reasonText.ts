import { UNKNOWN_REASONS, type UnknownReason } from '@policywright/analyzer';

/** Why the analyzer did not find something out, in words. */
export function reasonText({ code, about }: UnknownReason): string {
  return `${UNKNOWN_REASONS[code]}: ${about}`;
}
