import { checkNoNewAccess, LANGUAGE, type Verdict } from '@policywright/analyzer';
import { parseArn } from '@policywright/arn';
import { compile, type Authorizer, type PolicySet, type Request } from '@policywright/evaluator';
import { policyFromValue, type Policy } from '@policywright/policy';
import { nearMiss } from '@policywright/testing';
import * as fc from 'fast-check';

/** Two versions of identity-based policies. */
export interface PolicyVersions {
  readonly name: string;
  readonly before: readonly Policy[];
  readonly after: readonly Policy[];
}

/** A request that the new version allows and the old does not, although that there is none was proved. */
export interface Contradiction {
  readonly name: string;
  readonly request: Request;
}

/** What a run came to. */
export interface NearMissReport {
  /** Questions by how they were answered; each pair of versions makes two. */
  readonly verdicts: Readonly<Record<Verdict['verdict'], number>>;
  /** Requests that were decided by both versions. */
  readonly requests: number;
  /** Of them those that the new version allows, which are the ones that could contradict. */
  readonly allowed: number;
  readonly contradictions: readonly Contradiction[];
}

/** How long a run goes on. */
export interface NearMissOptions {
  readonly seed: number;
  /** Requests for each question that is answered by a proof. */
  readonly requests: number;
}

const ACCOUNT = '111122223333';

/**
 * Looks for requests that contradict proofs: for each two versions, in both directions, of which is proved that the new one
 * allows nothing more, requests that match or almost match the statements of either are decided by both.
 *
 * @param versions - the versions, in the universe of all that the language can speak of.
 * @param options - the seed and how many.
 */
export function proofNearMisses(
  versions: Iterable<PolicyVersions>,
  { seed, requests: each }: NearMissOptions,
): NearMissReport {
  const verdicts = { proved: 0, refuted: 0, unknown: 0 };
  const contradictions: Contradiction[] = [];
  let requests = 0;
  let allowed = 0;
  let question = 0;
  for (const { name, before, after } of versions) {
    for (const [old, now] of [
      [before, after],
      [after, before],
    ] as const) {
      question += 1;
      const { verdict } = checkNoNewAccess(old, now, { universe: LANGUAGE });
      verdicts[verdict] += 1;
      if (verdict !== 'proved') continue;
      const sides = [old, now].map(sideOf);
      for (const request of aimed(sides, { seed: seed + question, requests: each })) {
        const [denies, allows] = sides.map(({ authorizer }) => authorizer.decide(request) === 'Allow');
        requests += 1;
        if (allows === true) allowed += 1;
        if (allows === true && denies === false) contradictions.push({ name, request });
      }
    }
  }
  return { verdicts, requests, allowed, contradictions };
}

interface DecidedSide {
  readonly set: PolicySet;
  readonly authorizer: Authorizer;
}

/** The policies with a resource that leaves it to the account. */
function sideOf(identity: readonly Policy[]): DecidedSide {
  const set = { identity };
  return { set, authorizer: compile({ ...set, resource: delegating() }) };
}

function delegating(): Policy {
  const read = policyFromValue({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: '*', Resource: '*' },
  });
  if (!read.ok) throw new Error('the policy of the resource cannot be read');
  return read.policy;
}

/** Requests aimed at one side after the other, as far as the universe has them. */
function aimed(sides: readonly DecidedSide[], { seed, requests }: NearMissOptions): readonly Request[] {
  return sides.flatMap(({ set }, index) => {
    const numRuns = Math.ceil(requests / sides.length);
    return fc
      .sample(nearMiss(set), { seed: seed * sides.length + index, numRuns })
      .flatMap((request) => inUniverse(request) ?? []);
  });
}

/**
 * The request of any user in the account of the resource. Keys that are there twice, and values that cannot be read, are in no
 * universe; what hangs on an access point is taken for granted.
 */
function inUniverse({ action, resource, context = {} }: Request): Request | undefined {
  const arn = parseArn(resource);
  if (resource !== '*' && arn === undefined) return undefined;
  const keys = Object.keys(context).map((key) => key.toLowerCase());
  if (new Set(keys).size !== keys.length || keys.includes('s3:dataaccesspointarn')) return undefined;
  if (!Object.values(context).flat().every(isScalar)) return undefined;
  const principal = `arn:${arn?.partition ?? 'aws'}:iam::${ACCOUNT}:user/someone`;
  return { principal, action, resource, resourceAccount: ACCOUNT, context };
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
