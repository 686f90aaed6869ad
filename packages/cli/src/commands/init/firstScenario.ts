import { diff, type Witness } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import { compile, type Decision, type Request } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';

/** A scenario file with a request that a policy allows and one that it does not. */
export interface FirstScenario {
  readonly text: string;
  /** What its scenarios are about, one line each. */
  readonly told: readonly string[];
}

/** What hardly any policy allows: a test of what must not be is forgotten more often than one of what must be. */
const UNLIKELY = { action: 'iam:CreateAccessKey', resource: 'arn:aws:iam::111122223333:user/somebody' };
const SOMEBODY = 'arn:aws:iam::111122223333:user/example';

/**
 * Makes the first scenarios of a policy: a request that it allows, found by the analyzer, and one that nobody should be
 * allowed. They expect what is decided today.
 *
 * @param policy - identity-based.
 * @param file - its name, beside the scenario file.
 * @param schema - where the JSON Schema of scenarios is, from the scenario file.
 */
export function firstScenario(
  policy: Policy,
  { file, schema }: { readonly file: string; readonly schema: string },
): FirstScenario {
  const authorizer = compile({ identity: [policy] });
  const shown = allowedBy(policy)?.request;
  const asked: Request[] = shown === undefined ? [] : [shown];
  const principal = typeof shown?.principal === 'string' ? shown.principal : SOMEBODY;
  const cases = [...asked, { principal, ...UNLIKELY }].map((request) => ({
    request,
    decision: authorizer.decide(request),
  }));
  const document = {
    $schema: schema,
    principal,
    policies: { identity: [{ file }] },
    scenarios: cases.map(({ request, decision }) => scenarioOf(request, decision)),
  };
  return {
    text: `${JSON.stringify(document, undefined, 2)}\n`,
    told: cases.map(
      ({ request, decision }) => `${decision}: \`${request.action}\` on \`${request.resource}\``,
    ),
  };
}

function allowedBy(policy: Policy): Witness | undefined {
  const { findings } = diff([], [policy], { universe: AWS, principal: SOMEBODY });
  return findings.find(({ change }) => change === 'allowed')?.witness;
}

function scenarioOf(
  { action, resource, resourceAccount, context = {} }: Request,
  decision: Decision,
): object {
  return {
    title: `${action} is ${decision === 'Allow' ? 'allowed' : 'denied'}`,
    action,
    resource,
    ...(resourceAccount != null && { resourceAccount }),
    context,
    expected: decision,
  };
}
