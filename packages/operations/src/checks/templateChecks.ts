import type { RequestContext } from '@policywright/conditions';
import { SOME } from '../arns/scope.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { OperationInput } from '../model/operationCall.ts';
import { operationPlan } from '../plan/operationPlan.ts';
import { stackContents, type MadeResource } from '../template/stackContents.ts';
import { templateValue } from '../template/templateValue.ts';
import { callScope, type CallScope } from './callScope.ts';
import { NOT_FORWARDED, wayThrough } from './forwardedContext.ts';
import { planChecks } from './planChecks.ts';

const SERVICE = 'cloudformation.amazonaws.com';

/** How AWS CloudFormation comes to ask for something in the name of the caller (S178, S179). */
const WAY = wayThrough(SERVICE);
const WAY_KEYS: ReadonlySet<string> = new Set(Object.keys(WAY).map((key) => key.toLowerCase()));

/** The checks of the resources that a stack makes in the name of the caller. */
export function templateChecks(scope: CallScope): readonly RequiredCheck[] {
  if (scope.plan.operation.service !== 'cloudformation') return [];
  const { made } = stackContents(scope.plan.name, scope.call.input);
  return made.flatMap((one) => checksOf(one, scope));
}

function checksOf(made: MadeResource, { call, world }: CallScope): readonly RequiredCheck[] {
  const { operation } = made.by;
  const plan = operationPlan(operation);
  if (plan === undefined) return [];
  const context = { ...withoutWay(call.context), ...WAY };
  const scope = callScope({ ...call, operation, input: inputOf(made), context }, plan, world);
  return planChecks(scope).map((check) => forwarded(check, made.resource.isConditional, call.absent ?? []));
}

/** Names of keys are the same in any case: what the call says of its own way must not stand beside that of the stack. */
function withoutWay(context: RequestContext = {}): RequestContext {
  return Object.fromEntries(Object.entries(context).filter(([key]) => !WAY_KEYS.has(key.toLowerCase())));
}

function inputOf({ resource: { properties }, by: { members } }: MadeResource): OperationInput {
  return Object.fromEntries(
    members.flatMap(({ member, property, generated }) => {
      const value = properties[property];
      if (value !== undefined) return [[member, templateValue(value)] as const];
      return generated ? [[member, SOME] as const] : [];
    }),
  );
}

/** A service that assumes a role does so by itself. */
function forwarded(check: RequiredCheck, isConditional: boolean, absent: readonly string[]): RequiredCheck {
  const need = isConditional ? 'perhaps' : check.need;
  if (check.reason === 'trust') return { ...check, need };
  const isFurther = check.reason === 'forwardAccess';
  const context = Object.entries(check.context).filter(
    ([key]) => !isTag(key.toLowerCase()) && !(isFurther && isLastOnWay(key.toLowerCase())),
  );
  return {
    ...check,
    context: { ...Object.fromEntries(context), ...(isFurther ? FIRST : WAY) },
    // The tags of the stack come with it, and those that AWS CloudFormation sets.
    absent: [...NOT_FORWARDED, ...absent],
    reason: 'forwardAccess',
    need,
  };
}

const FIRST: RequestContext = { 'aws:ViaAWSService': 'true', 'aws:CalledViaFirst': SERVICE };

function isTag(key: string): boolean {
  return key === 'aws:tagkeys' || key.startsWith('aws:requesttag/');
}

/** Which services stand behind AWS CloudFormation in the chain, no page says. */
function isLastOnWay(key: string): boolean {
  return key === 'aws:calledvia' || key === 'aws:calledvialast';
}
