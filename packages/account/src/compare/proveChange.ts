import { diff, type AccessFinding, type AnalyzerOptions, type Subject } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import { reasonText } from '../model/reasonText.ts';

/** What was proved of a change of policies. */
export interface ProvedChange {
  readonly findings: readonly AccessFinding[];
  /** Why they may not be all, in words. */
  readonly why: readonly string[];
}

/** Two versions of policies. */
export interface PolicyVersions {
  readonly before: Subject;
  readonly after: Subject;
}

/** Steps of each search: about a second. */
const BUDGET = 2_000_000;

/** Proves changes of policies, equal ones once. */
export class ChangeProver {
  readonly #known: Map<string, ProvedChange> = new Map();

  /**
   * What a change allows and denies.
   *
   * @param key - the same for changes that are the same.
   * @param versions - both versions.
   * @param options - who asks, or whose the resource is.
   */
  prove(key: string, { before, after }: PolicyVersions, options: AnalyzerOptions): ProvedChange {
    let proved = this.#known.get(key);
    if (proved === undefined) {
      const { findings, reasons } = diff(before, after, { universe: AWS, budget: BUDGET, ...options });
      proved = { findings, why: reasons.map(reasonText) };
      this.#known.set(key, proved);
    }
    return proved;
  }
}
