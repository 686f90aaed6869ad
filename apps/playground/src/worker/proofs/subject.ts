import type { AnalyzerOptions, Subject } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import type { PolicySet } from '@policywright/evaluator';
import { assemble } from '../../model/decided.ts';
import type { PolicySlot } from '../../model/policySlot.ts';
import { readRequest } from '../../model/readForm.ts';
import type { ProofInput } from './proofApi.ts';

/** The documents as the analyzer is asked about them; `undefined` while one cannot be read. */
export function subjectOf(slots: readonly PolicySlot[], input: ProofInput): PolicySet | undefined {
  const workspace = assemble(slots, input);
  if (!workspace.ok) return undefined;
  const { policies } = workspace;
  const isHere = (value: unknown): boolean =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  const present = Object.fromEntries(Object.entries(policies).filter(([, value]) => isHere(value)));
  const identity = policies.identity ?? [];
  // Everybody may have policies of their own, where the page has none; one principal has those of the page.
  const own = input.callers === 'principal' || identity.length > 0 ? { identity } : {};
  const { flags } = input;
  return { ...present, ...own, ...(Object.keys(flags).length > 0 && { flags }) };
}

/** The set, or its identity policies by themselves where there is nothing else. */
export function asked(set: PolicySet, { callers }: ProofInput): Subject {
  const isAlone = Object.keys(set).every((layer) => layer === 'identity');
  return callers === 'everyone' && isAlone && set.identity !== undefined ? set.identity : set;
}

/** Two versions as the analyzer is asked about them; `undefined` while one cannot be read. */
export function versionsOf(
  before: readonly PolicySlot[],
  input: ProofInput,
): readonly [Subject, Subject] | undefined {
  const [old, now] = [subjectOf(before, input), subjectOf(input.slots, input)];
  if (old === undefined || now === undefined) return undefined;
  return [asked(withLayersOf(old, now), input), asked(withLayersOf(now, old), input)];
}

/** What a version does not have of the layers of the other, as none of them rather than as left open. */
function withLayersOf(set: PolicySet, other: PolicySet): PolicySet {
  return {
    ...set,
    ...(set.identity === undefined && other.identity !== undefined && { identity: [] }),
    ...(set.resource === undefined && other.resource !== undefined && { resource: [] }),
  };
}

/** The options of every question. */
export function optionsOf({ callers, request }: ProofInput): AnalyzerOptions {
  const universe = AWS;
  if (callers === 'everyone') return { universe, ownPolicies: 'any' };
  const { principal, context = {} } = readRequest(request);
  // What the principal is does not change from request to request, as do all other keys.
  const tags = Object.entries(context).filter(([key]) => /^aws:PrincipalTag\//i.test(key));
  return { universe, principal, context: Object.fromEntries(tags) };
}
