import type { UnknownReason } from '../model/unknownReason.ts';
import type { Witness } from '../witness/witness.ts';

/** What an answer takes for granted. The codes are part of the public interface. */
export const ASSUMPTIONS = {
  'language-universe':
    'any action, resource and context key that the policy language can speak of may be asked for',
  'catalog-universe': 'actions, resources and keys are as the catalog has them',
  'any-user':
    'the caller is a user in the account of the resource, and resource policies leave it to the account',
  'any-caller':
    'callers are all whom the policies tell apart: everyone that they name, strangers of each kind in each account, and anonymous ones',
  'own-policies':
    'a caller may have policies of its own that allow everything, or none; where the policy of the resource is asked about, what those alone allow is left out',
  'given-caller': 'the caller is the one that was given',
  'no-access-point': 'requests go to the resource itself and not through an access point of S3 (S210)',
  'service-rules': 'what single services allow or refuse whatever policies say is left out',
} as const;

/** A code of {@link ASSUMPTIONS}. */
export type Assumption = keyof typeof ASSUMPTIONS;

interface Answered {
  readonly assumptions: readonly Assumption[];
  /** How many steps it took; the same on every machine. */
  readonly steps: number;
}

/** It holds for every request of the universe. */
export interface Proved extends Answered {
  readonly verdict: 'proved';
}

/** It does not: a request shows it. */
export interface Refuted extends Answered {
  readonly verdict: 'refuted';
  readonly witness: Witness;
}

/** It was not found out. */
export interface Undetermined extends Answered {
  readonly verdict: 'unknown';
  /** At least one. */
  readonly reasons: readonly UnknownReason[];
}

/** The answer to a question about all requests. */
export type Verdict = Proved | Refuted | Undetermined;
