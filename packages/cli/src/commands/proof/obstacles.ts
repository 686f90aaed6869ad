import { UNKNOWN_REASONS, type UnknownReason } from '@policywright/analyzer';
import type { Policy } from '@policywright/policy';
import { labelOf, type SourcePolicy } from './sources/sourcePolicy.ts';

/** What keeps policies from being asked about: each reason in words, none where they can be. */
export function obstacles(policies: readonly SourcePolicy[]): readonly string[] {
  return policies.flatMap((source) =>
    source.policy === undefined ? [`what ${labelOf(source)} says is known only at deployment`] : [],
  );
}

/** What keeps the absence of a finding from being a proof: parts that only the deployment fills in. */
export function openParts(policies: readonly SourcePolicy[]): readonly string[] {
  return policies
    .filter(({ exact }) => !exact)
    .map((source) => `${labelOf(source)} has parts that are known only at deployment`);
}

/** The documents of policies that no obstacle is told of. */
export function documentsOf(policies: readonly SourcePolicy[]): readonly Policy[] {
  return policies.flatMap(({ policy }) => policy ?? []);
}

/** Why the analyzer has no answer, in words. */
export function reasonWords(reasons: readonly UnknownReason[]): readonly string[] {
  const words = reasons.map(({ code, about }) => `${UNKNOWN_REASONS[code]} (${about})`);
  return [...new Set(words)];
}
