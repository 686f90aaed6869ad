import type { Explanation } from './explanation/explanation.ts';
import type { PartialDecision } from './partial/partialDecision.ts';
import type { Decision } from './request/decision.ts';
import type { Request } from './request/request.ts';

/** Decides requests under one compiled policy set. */
export interface Authorizer {
  /** Decides one request. Never throws; what cannot be understood is not allowed. */
  readonly decide: (request: Request) => Decision;
  /** Decides one request and says why: the same decision, with its full trace. */
  readonly explain: (request: Request) => Explanation;
  /**
   * Decides a request of which some context keys are unknown: they may be absent or have any value.
   *
   * @param request - its context holds what is known.
   * @param unknown - names of the unknown keys; left out: every key that the context lacks, but for those
   * that `request.absent` names.
   */
  readonly decidePartial: (request: Request, unknown?: readonly string[]) => PartialDecision;
}
