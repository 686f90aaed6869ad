import type { Explanation } from '@policywright/evaluator';
import { inTurn } from '../measure/inTurn.ts';
import { timeOf } from '../measure/timeOf.ts';
import { authorizerOf } from '../peer/policywright.ts';
import { workloadNamed } from '../workload/workloads.ts';

/** Nanoseconds of a call. */
export interface ExplainTimes {
  readonly decide: number;
  /** `explain`, of whose answer the decision is read. */
  readonly explain: number;
  /** `explain`, and its summary read. */
  readonly summary: number;
  /** `explain`, and every property of its answer read. */
  readonly full: number;
  /** The same, and written as JSON. */
  readonly json: number;
}

/** Measures explaining on one workload. */
export async function explainTask(input: {
  readonly workload: string;
  readonly seconds: number;
}): Promise<ExplainTimes> {
  const workload = workloadNamed(input.workload);
  const authorizer = authorizerOf(workload);
  // Parts that are worked out when read must be read to be written.
  const reportOf = (request: (typeof workload.allowed)[number]): Explanation => {
    const explanation = authorizer.explain(request);
    const { code, rule, decision, summary, decisive, layers, nearest } = explanation;
    const { missing, sentence, resourcePolicyKind, headline, undecided, doubts } = explanation;
    const settled = { code, rule, decision, missing, sentence, resourcePolicyKind };
    return { request, ...settled, headline, summary, undecided, doubts, decisive, layers, nearest };
  };
  const time = (call: (request: (typeof workload.allowed)[number]) => unknown): Promise<number> =>
    timeOf(inTurn(workload.allowed.map((request) => () => call(request))), input.seconds);
  return {
    decide: await time((request) => authorizer.decide(request)),
    explain: await time((request) => authorizer.explain(request).decision),
    summary: await time((request) => authorizer.explain(request).summary),
    full: await time(reportOf),
    json: await time((request) => JSON.stringify(reportOf(request))),
  };
}
