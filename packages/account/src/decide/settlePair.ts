import { authorize, type PartialDecision, type SidedAuthorizer } from '@policywright/evaluator';
import { gapText } from '../model/gap.ts';
import type { Reach } from '../model/reach.ts';
import { nameStatement, type DecidedPair } from './namedStatement.ts';
import { decideOpen } from './decideOpen.ts';
import type { SideCompiler } from './sideCompiler.ts';

/** Whether somebody can do something, and what that depends on. */
export type OpenAnswer = Pick<Reach, 'answer' | 'keys' | 'gaps'>;

/**
 * Says whether a principal can do something, and by what; `undefined` where it cannot. Keys that requests for the action
 * never have (`canHaveKey`) are absent.
 *
 * @param action - `prefix:Name`.
 * @param pair - principal and resource.
 * @param compiler - compiles their sides once.
 */
export function settlePair(action: string, pair: DecidedPair, compiler: SideCompiler): Reach | undefined {
  const authorizer = authorizerOf(pair, compiler);
  const decision = decideOpen(authorizer, { action, context: pair.context });
  const open = openAnswer(decision, pair);
  if (open === undefined) return undefined;
  const statements =
    decision.answer === 'Allow'
      ? allowing(authorizer, action, pair)
      : decision.residual.map((statement) => nameStatement(statement, pair));
  return { principal: pair.principal.data.arn, ...open, statements };
}

/**
 * The same without by what.
 *
 * @param action - `prefix:Name`.
 * @param pair - principal and resource.
 * @param compiler - compiles their sides once.
 */
export function answerPair(
  action: string,
  pair: DecidedPair,
  compiler: SideCompiler,
): OpenAnswer | undefined {
  return openAnswer(decideOpen(authorizerOf(pair, compiler), { action, context: pair.context }), pair);
}

function authorizerOf({ principal, resource }: DecidedPair, compiler: SideCompiler): SidedAuthorizer {
  return authorize(compiler.principal(principal), compiler.resource(resource));
}

function openAnswer(
  { answer, dependsOn }: PartialDecision,
  { principal, resource }: DecidedPair,
): OpenAnswer | undefined {
  if (answer === 'Denied') return undefined;
  const gaps = [...principal.gaps, ...resource.gaps].map(gapText);
  const isCertain = answer === 'Allow' && gaps.length === 0;
  return { answer: isCertain ? 'certainly' : 'perhaps', keys: dependsOn, gaps };
}

function allowing(authorizer: SidedAuthorizer, action: string, pair: DecidedPair): Reach['statements'] {
  const { decisive } = authorizer.explain({ action, context: pair.context });
  return decisive === undefined ? [] : [nameStatement({ ...decisive, effect: 'Allow' }, pair)];
}
