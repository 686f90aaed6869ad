import type { Decision } from '@policywright/evaluator';
import { jsonText } from '@policywright/policy/text';
import { authorizer, decidedRequest, explanation } from '../model/decided.ts';
import { readForm } from '../model/readForm.ts';
import { request } from '../model/state.ts';
import { currentPage } from './page.ts';
import { toScenario, type ScenarioDraft } from './scenarioFile.ts';

/**
 * The page as a scenario, without the documents that are left out. It expects the decision that the page shows, and has
 * the context that the page completes where the decision hangs on it.
 */
function draft(): ScenarioDraft {
  const page = currentPage();
  const scenario = toScenario({ ...page, slots: page.slots.filter(({ isOff }) => isOff !== true) });
  const expected = explanation.value?.decision;
  if (expected === undefined) return scenario;
  const isSame = authorizer.value?.decide(readForm(request.value)) === expected;
  const { context } = decidedRequest.value;
  return { ...scenario, ...(!isSame && context && { context }), expected };
}

/** The page as the text of a scenario file: `policywright test` checks that it is decided so. */
export function scenarioText(): string {
  return `${jsonText(draft())}\n`;
}

/** A line for a shell that shows how the page's request is decided; it needs no other file. */
export function commandText(): string {
  // INVARIANT: each line of the document is one of JSON, so that none of them is the word alone.
  return `npx policywright evaluate - <<'SCENARIO'\n${scenarioText()}SCENARIO\n`;
}

const ASSERTIONS: Readonly<Record<Decision, readonly [name: string, options: string]>> = {
  Allow: ['expectAllowed', ''],
  ExplicitDeny: ['expectDenied', ", { by: 'ExplicitDeny' }"],
  ImplicitDeny: ['expectDenied', ", { by: 'ImplicitDeny' }"],
};

/** A test for vitest that the page's request is decided so; `undefined` while it is not decided. */
export function vitestText(): string | undefined {
  const { title = '', expected, id, ...scenario } = draft();
  if (expected === undefined) return undefined;
  const [name, options] = ASSERTIONS[expected];
  const value = jsonText({ id, ...scenario });
  return `import { policySetOf, requestOf } from '@policywright/scenario';
import { ${name} } from '@policywright/testing/matchers';
import { test } from 'vitest';

const scenario = ${value} as const;

test(${jsonText(title === '' ? id : title)}, () => {
  const request = requestOf(scenario);
  const policies = policySetOf(scenario.policies, ${'flags' in scenario ? 'scenario.flags' : 'undefined'}, request);
  ${name}(policies, request${options});
});
`;
}
