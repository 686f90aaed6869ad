import { canHaveKey } from '@policywright/catalog';
import { authorize, type PartialDecision, type SidedAuthorizer } from '@policywright/evaluator';
import { gapText } from '../model/gap.ts';
import type { Reach } from '../model/reach.ts';
import { nameStatement, type DecidedPair } from './namedStatement.ts';
import type { SideCompiler } from './sideCompiler.ts';

/**
 * Says whether a principal can do something, and by what; `undefined` where it cannot. Keys that requests for the action
 * never have (`canHaveKey`) are absent.
 *
 * @param action - `prefix:Name`.
 * @param pair - principal and resource.
 * @param compiler - compiles their sides once.
 */
export function settlePair(action: string, pair: DecidedPair, compiler: SideCompiler): Reach | undefined {
  const { principal, resource } = pair;
  const authorizer = authorize(compiler.principal(principal), compiler.resource(resource));
  const decision = partialOf(authorizer, action);
  if (decision.answer === 'Denied') return undefined;
  const gaps = [...principal.gaps, ...resource.gaps].map(gapText);
  const isCertain = decision.answer === 'Allow' && gaps.length === 0;
  const statements =
    decision.answer === 'Allow'
      ? allowing(authorizer, action, pair)
      : decision.residual.map((statement) => nameStatement(statement, pair));
  return {
    principal: principal.data.arn,
    answer: isCertain ? 'certainly' : 'perhaps',
    keys: decision.dependsOn,
    gaps,
    statements,
  };
}

/** Whether a principal can do something, as `settlePair` says, without by what. */
export function canPair(
  action: string,
  { principal, resource }: DecidedPair,
  compiler: SideCompiler,
): Reach['answer'] | undefined {
  const { answer } = partialOf(authorize(compiler.principal(principal), compiler.resource(resource)), action);
  if (answer === 'Denied') return undefined;
  const isKnown = principal.gaps.length === 0 && resource.gaps.length === 0;
  return answer === 'Allow' && isKnown ? 'certainly' : 'perhaps';
}

/** Asks again without keys that no request for the action has, as long as the answer hangs on some. */
function partialOf({ decidePartial }: SidedAuthorizer, action: string): PartialDecision {
  const absent = new Set<string>();
  for (;;) {
    const decision = decidePartial({ action, absent: [...absent] });
    const irrelevant = decision.dependsOn.filter((key) => !absent.has(key) && !canHaveKey(action, key));
    if (irrelevant.length === 0) return decision;
    for (const key of irrelevant) absent.add(key);
  }
}

function allowing(authorizer: SidedAuthorizer, action: string, pair: DecidedPair): Reach['statements'] {
  const { decisive } = authorizer.explain({ action });
  return decisive === undefined ? [] : [nameStatement({ ...decisive, effect: 'Allow' }, pair)];
}
