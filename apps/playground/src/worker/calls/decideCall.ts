import { explainCheck, simulateOperation, type Check } from '@policywright/operations';
import type { PolicySet } from '@policywright/evaluator';
import { isRecord } from '@policywright/policy';
import { REASON_WORDS } from 'policywright/shared';
import { assemble } from '../../model/decided.ts';
import { printForm } from '../../model/printForm.ts';
import { withoutDerived } from '../../model/withoutDerived.ts';
import { readForm } from '../../model/readForm.ts';
import type { CallAnswer, CallCheck, CallInput } from './callApi.ts';

/** An account for principals that have none. */
const EXAMPLE_ACCOUNT = '111122223333';

/** Decides all that a call is authorised for, one check each. */
export function decideCall(input: CallInput): CallAnswer {
  const { slots, flags, request, call } = input;
  const workspace = assemble(slots, input);
  if (!workspace.ok) return { ok: false, problem: 'a document cannot be read: mend it first' };
  const name = call.operation.trim();
  if (!/^[^:\s]+:[^:\s]+$/.test(name))
    return { ok: false, problem: 'name an operation as PREFIX:NAME, such as ecs:RunTask' };
  const read = readInput(call.input);
  if (!read.ok) return read;
  const policies: PolicySet = { ...workspace.policies, flags };
  const { principal, context } = readForm(request);
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(request.principal.trim())?.[1] ?? EXAMPLE_ACCOUNT;
  const region = call.region.trim() === '' ? undefined : call.region.trim();
  // INVARIANT: the pattern above holds.
  const operation = name as `${string}:${string}`;
  const decided = simulateOperation(policies, {
    operation,
    input: read.input,
    principal,
    account,
    region,
    context,
  });
  return {
    ok: true,
    answer: decided.answer,
    checks: decided.checks.map((check) => checkOf(check, { policies, grants: request.grants })),
    notes: decided.diagnostics.map(({ message, help }) =>
      help === undefined ? message : `${message} (${help})`,
    ),
  };
}

type Input = { readonly ok: true; readonly input: Readonly<Record<string, unknown>> };

function readInput(text: string): Input | Extract<CallAnswer, { ok: false }> {
  if (text.trim() === '') return { ok: true, input: {} };
  try {
    const input: unknown = JSON.parse(text);
    return isRecord(input)
      ? { ok: true, input }
      : { ok: false, problem: 'the input of an operation is a JSON object' };
  } catch (error) {
    return { ok: false, problem: `the input is not JSON: ${error instanceof Error ? error.message : ''}` };
  }
}

interface Decided {
  readonly policies: PolicySet;
  readonly grants: string;
}

function checkOf(check: Check, { policies, grants }: Decided): CallCheck {
  const { action, principal, context, decision, reason, need } = check;
  const resource = check.resource ?? check.resourcePattern ?? '*';
  return {
    action,
    resource,
    reason: REASON_WORDS[reason],
    isPerhaps: need === 'perhaps',
    answer: decision.answer,
    dependsOn: [...decision.dependsOn, ...check.unknown],
    why: decision.answer === 'Denied' ? explainCheck(policies, check).headline : [],
    form: printForm(withoutDerived({ principal, action, resource, context }), grants),
  };
}
