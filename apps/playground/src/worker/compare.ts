import { getAction } from '@policywright/catalog';
import { compile, type Authorizer, type PolicySet, type Request } from '@policywright/evaluator';
import { nearMiss } from '@policywright/testing';
import { sample } from 'fast-check';
import { assemble } from '../model/decided.ts';
import { printForm } from '../model/printForm.ts';
import { readRequest } from '../model/readForm.ts';
import type { RequestForm } from '../model/state.ts';
import type { CompareInput, Comparison, Difference } from './languageApi.ts';

const TRIES = 3000;
const MOST = 60;

/**
 * Looks for requests that two versions of the documents decide differently: exactly for all actions in the
 * situation of the request, by trying elsewhere.
 */
export function compare(input: CompareInput, actions: readonly string[]): Comparison | undefined {
  const before = assemble(input.before, input);
  const after = assemble(input.after, input);
  if (!before.ok || !after.ok) return undefined;
  const { flags } = input;
  const { grants } = input.request;
  const both = new Versions({ ...before.policies, flags }, { ...after.policies, flags }, grants);
  const requests = [...aimAt({ ...before.policies, flags }), ...aimAt({ ...after.policies, flags })];
  const sampled = both.differences(requests);
  return {
    actions: both.differences(situation(input.request, actions)),
    sampled: simplest(realFirst(sampled)),
    tried: requests.length,
  };
}

class Versions {
  readonly #before: Authorizer;
  readonly #after: Authorizer;

  /** Of both, as typed. */
  readonly #grants: string;

  constructor(before: PolicySet, after: PolicySet, grants: string) {
    this.#before = compile(before);
    this.#after = compile(after);
    this.#grants = grants;
  }

  differences(requests: readonly Request[]): Difference[] {
    return requests.flatMap((request) => {
      const before = this.#before.decide(request);
      const after = this.#after.decide(request);
      return before === after ? [] : [{ request: this.#formOf(request), before, after }];
    });
  }

  #formOf(request: Request): RequestForm {
    // The search tries odd letter cases, which mean the same and read badly.
    const action = getAction(request.action)?.fullName ?? request.action;
    return printForm({ ...request, action }, this.#grants);
  }
}

/** Requests that match or almost match the statements; the same each time for the same documents. */
function aimAt(policies: PolicySet): readonly Request[] {
  return sample(nearMiss(policies), { numRuns: TRIES, seed: 1 });
}

function situation(form: RequestForm, actions: readonly string[]): readonly Request[] {
  const asked = readRequest(form);
  return actions.map((action) => ({ ...asked, action }));
}

/**
 * The search also tries actions that AWS does not have; where it finds real ones, those say more.
 */
function realFirst(differences: readonly Difference[]): readonly Difference[] {
  const real = differences.filter(({ request }) => getAction(request.action) !== undefined);
  return real.length > 0 ? real : differences;
}

/** One difference for each action and change, the one with the shortest context. */
function simplest(differences: readonly Difference[]): readonly Difference[] {
  const found = new Map<string, Difference>();
  for (const difference of differences) {
    const key = `${difference.request.action.toLowerCase()} ${difference.before} ${difference.after}`;
    const other = found.get(key);
    if (other === undefined || sizeOf(difference) < sizeOf(other)) found.set(key, difference);
  }
  return [...found.values()].slice(0, MOST);
}

function sizeOf({ request }: Difference): number {
  return JSON.stringify(request).length;
}
