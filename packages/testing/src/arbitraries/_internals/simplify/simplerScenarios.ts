import type { AnyPolicySetDocument, ContextDocument, ScenarioDocument } from '@policywright/scenario';
import { USER } from '../alphabet.ts';
import { simplerOneOrMany, withoutMember, withSimplerMember } from './simplerLists.ts';
import { simplerSets } from './simplerSets.ts';

type Scenario = ScenarioDocument<AnyPolicySetDocument>;

/** Scenarios with less in them: fewer policies first, then fewer context keys, then the plain caller. */
export function* simplerScenarios(scenario: Scenario): Iterable<Scenario> {
  const { flags, resourceAccount, ...others } = scenario;
  yield* withoutChain(scenario);
  for (const policies of simplerSets(scenario.policies)) yield { ...scenario, policies };
  if (flags !== undefined) yield { ...others, ...(resourceAccount !== undefined && { resourceAccount }) };
  for (const fewer of withoutMember<unknown>({ ...flags }, 1)) yield { ...scenario, flags: fewer };
  if (resourceAccount !== undefined) yield { ...others, ...(flags !== undefined && { flags }) };
  for (const context of simplerContexts(scenario.context)) yield { ...scenario, context };
  yield* withinOneAccount(scenario);
  if (scenario.principal !== USER) yield { ...scenario, principal: USER };
}

/** One resource in the place of several behind one another, with the policy that it has there (rule S210). */
function* withoutChain(scenario: Scenario): Iterable<Scenario> {
  const { underlying, ...others } = scenario;
  const { resource } = scenario.policies;
  if (!Array.isArray(resource)) return;
  const policies = resource as readonly AnyPolicySetDocument['resource'][];
  for (const [index, policy] of policies.entries()) {
    const behind = underlying?.[index - 1];
    const resourceBehind = typeof behind === 'object' ? behind.resource : behind;
    yield {
      ...others,
      ...(resourceBehind !== undefined && { resource: resourceBehind }),
      policies: { ...scenario.policies, resource: policy ?? null },
    };
  }
}

/** The plainest resource, which is the caller's own, so that one side of two is enough. */
function* withinOneAccount(scenario: Scenario): Iterable<Scenario> {
  const { policies, ...others } = scenario;
  if (scenario.resource === '*') return;
  if (policies.identity.length > 0)
    yield { ...others, resource: '*', policies: { ...policies, identity: [] } };
  yield { ...scenario, resource: '*' };
}

function* simplerContexts(context: ContextDocument): Iterable<ContextDocument> {
  yield* withoutMember(context);
  yield* withSimplerMember(context, simplerOneOrMany);
}
