import type { ContextDocument, ScenarioDocument } from '../../../documents/scenarioDocument.ts';
import { USER } from '../alphabet.ts';
import { simplerOneOrMany, withoutMember, withSimplerMember } from './simplerLists.ts';
import { simplerSets } from './simplerSets.ts';

/** Scenarios with less in them: fewer policies first, then fewer context keys, then the plain caller. */
export function* simplerScenarios(scenario: ScenarioDocument): Iterable<ScenarioDocument> {
  const { flags, resourceAccount, ...others } = scenario;
  for (const policies of simplerSets(scenario.policies)) yield { ...scenario, policies };
  if (flags !== undefined) yield { ...others, ...(resourceAccount !== undefined && { resourceAccount }) };
  if (resourceAccount !== undefined) yield { ...others, ...(flags !== undefined && { flags }) };
  for (const context of simplerContexts(scenario.context)) yield { ...scenario, context };
  if (scenario.principal !== USER) yield { ...scenario, principal: USER };
}

function* simplerContexts(context: ContextDocument): Iterable<ContextDocument> {
  yield* withoutMember(context);
  yield* withSimplerMember(context, simplerOneOrMany);
}
