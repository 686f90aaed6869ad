import type { Authorizer } from '../authorizer.ts';
import { summaryOf } from '../explanation/explain.ts';
import { reasonPhrase } from '../settlement/reasonPhrase.ts';
import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { Explanation } from '../explanation/explanation.ts';
import type { PartialDecision } from '../partial/partialDecision.ts';
import { possibleOf } from '../partial/variants.ts';
import type { Decision } from '../request/decision.ts';
import type { PolicySet } from '../request/policySet.ts';
import type { Request } from '../request/request.ts';
import { requestsBehind } from './requestsBehind.ts';

/** From the strongest answer to the weakest: a Deny anywhere wins, and every resource must allow (rule S210). */
const STRENGTH: readonly Decision[] = ['ExplicitDeny', 'ImplicitDeny', 'Allow'];

/** What decides a request through an access point. */
export interface LayeredResources {
  /** For the resource that the request names. */
  readonly front: Authorizer;
  /** The policies of what lies behind it. */
  readonly underlying: PolicySet['underlying'];
}

/**
 * Compiles a set in which several resource policies decide: that of the resource, and those of what lies behind
 * it, each about its own resource (rule S210). The policies of the principal count for all of them.
 *
 * @param resources - in front and behind.
 * @param compileOne - compiles a policy of what lies behind, whose pointer in the whole set explanations give, for
 * the same principal.
 * @returns an authorizer whose explanation is that of the resource that settled the request.
 */
export function compileUnderlying(
  { front, underlying = [] }: LayeredResources,
  compileOne: (policy: PolicySet['resource'], pointer: string) => Authorizer,
): Authorizer {
  const compileBehind = (policy: PolicySet['resource'], index: number): Authorizer =>
    compileOne(policy, `/underlying/${index}`);
  const behind: Authorizer[] = underlying.map(compileBehind);
  const ask = <Answer>(request: Request, question: Ask<Answer>): Answer[] => [
    question(front, { ...request, underlying: undefined }),
    ...requestsBehind(request).map((one, index) =>
      question((behind[index] ??= compileBehind(undefined, index)), one),
    ),
  ];
  const lacksResources = (request: Request): boolean => (request.underlying ?? []).length < underlying.length;
  return {
    decide: (request) => {
      const decisions = ask(request, (authorizer, one) => authorizer.decide(one));
      if (lacksResources(request)) decisions.push('ImplicitDeny');
      return strongest(decisions, (one) => one);
    },
    explain: (request) => {
      const explanations = ask(request, (authorizer, one) => authorizer.explain(one));
      if (lacksResources(request)) explanations.unshift(unknownBehind(request));
      return strongest(explanations, ({ decision }) => decision);
    },
    decidePartial: (request, unknown) => {
      const answers = ask(request, (authorizer, one) => authorizer.decidePartial(one, unknown));
      return joinPartial(lacksResources(request) ? [...answers, DENIED] : answers);
    },
  };
}

const DENIED: PartialDecision = {
  answer: 'Denied',
  possible: ['ImplicitDeny'],
  dependsOn: [],
  residual: [],
};

/** That a policy cannot be asked, since the request does not name what it is about. */
function unknownBehind(request: Request): Explanation {
  const settlement = SETTLEMENTS['underlying-unknown'];
  const { decision, code, rule, reason, missing, sentence } = settlement;
  const headline = reasonPhrase(reason);
  return {
    request,
    decision,
    code,
    rule,
    missing,
    sentence,
    resourcePolicyKind: undefined,
    headline,
    summary: summaryOf(settlement, headline),
    undecided: false,
    doubts: [],
    decisive: undefined,
    layers: [],
    nearest: undefined,
  };
}

type Ask<Answer> = (authorizer: Authorizer, request: Request) => Answer;

function strongest<Answer>(answers: readonly Answer[], decisionOf: (answer: Answer) => Decision): Answer {
  for (const decision of STRENGTH) {
    const found = answers.find((answer) => decisionOf(answer) === decision);
    if (found !== undefined) return found;
  }
  // INVARIANT: there is an answer for the first resource, and a decision is one of the three.
  return answers[0] as Answer;
}

/** Definite where one resource settles it or all allow; another may still make a denial explicit. */
function joinPartial(answers: readonly PartialDecision[]): PartialDecision {
  const possible = possibleOf(answers);
  const denied = answers.find(({ answer }) => answer === 'Denied');
  if (denied !== undefined) return { ...denied, possible: possible.filter((one) => one !== 'Allow') };
  const [first] = answers;
  if (first !== undefined && answers.every(({ answer }) => answer === 'Allow')) return first;
  return {
    answer: 'Depends',
    possible,
    dependsOn: [...new Set(answers.flatMap(({ dependsOn }) => dependsOn))].sort(),
    residual: answers.flatMap(({ residual }) => residual),
  };
}
