import { UNKNOWN } from '@policywright/conditions';
import { isAbsentKey, openSlots } from '../context/absentKeys.ts';
import { exemption } from '../decision/decisionFlow.ts';
import type { KnownRequest } from '../decision/knownRequest.ts';
import { LayerWeigher } from '../decision/layerWeigher.ts';
import type { Decision } from '../request/decision.ts';
import type { Request } from '../request/request.ts';
import { Completions } from './completions.ts';
import { readOpenStatement, type AskedRequest } from './openStatement.ts';
import type { PartialDecision } from './partialDecision.ts';
import type { PartialTools } from './partialTools.ts';
import { mergeVariants, variantsOf, type Variant } from './variants.ts';

/**
 * Decides a request of which some context keys are unknown: an unknown key may be absent or have any value.
 * A definite answer holds for every completion, but that `s3:DataAccessPointArn` (rule S210) counts as absent
 * unless the context has it. Open questions are taken to be independent of each other,
 * so that an answer may be said to depend on keys that in truth cancel out, never the other way.
 *
 * @param tools - of the compiled policy set.
 * @param request - the request; its context holds what is known.
 * @param unknown - names of the unknown keys, in any letter case; left out: every key that the context lacks, but for those
 * that are known to be absent.
 */
export function decidePartial(
  tools: PartialTools,
  request: Request,
  unknown: readonly string[] | undefined,
): PartialDecision {
  const { set, reader, requests, weigher, allowing, covering } = tools;
  // Compiles the statements, so that the key table has every key that they ask for.
  const { statements, slots } = covering(request.action);
  reader.load(request.context);
  reader.markUnknown(
    unknown ??
      openSlots(slots, { reader, keys: set.keys, absent: request.absent }).map((slot) => set.keys.name(slot)),
  );
  const known = requests.read(request, reader);
  const exempt = exemption(known, set.flags);
  if (exempt !== undefined) return definite(exempt.decision);
  const decideIn = ({ inactive, serviceLinked, grants }: Variant): PartialDecision => {
    const asked = askedIn(known, { inactive, serviceLinked, reader });
    const input = { asked, keys: set.keys };
    const open = statements.flatMap((statement) => readOpenStatement(statement, input) ?? []);
    const weighing = grants === set.grants ? weigher : new LayerWeigher({ ...set, grants });
    return new Completions(open, { asked, weigher: weighing, allowing }).decide();
  };
  const isOpen = (key: string): boolean => {
    const slot = set.keys.find(key);
    if (slot >= 0 && reader.value(slot) === UNKNOWN) return true;
    if (unknown !== undefined) return unknown.some((name) => isSameKey(name, key));
    return !hasKey(request, key) && !isAbsentKey(key, request.absent);
  };
  return mergeVariants(variantsOf(set, known, { isOpen, names: unknown }), decideIn);
}

/** Member by member: spreading the request anew for each decision took a tenth of its time. */
function askedIn(
  { request, resource, caller, principalResource, facts, entry }: KnownRequest,
  { inactive, serviceLinked, reader }: Pick<AskedRequest, 'inactive' | 'serviceLinked' | 'reader'>,
): AskedRequest {
  return { request, resource, caller, principalResource, serviceLinked, facts, entry, inactive, reader };
}

function hasKey({ context = {} }: Request, key: string): boolean {
  return Object.keys(context).some((name) => isSameKey(name, key));
}

function isSameKey(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function definite(decision: Decision): PartialDecision {
  const answer = decision === 'Allow' ? 'Allow' : 'Denied';
  return { answer, possible: [decision], dependsOn: [], residual: [] };
}
