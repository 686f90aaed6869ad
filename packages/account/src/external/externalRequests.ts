import { getAction } from '@policywright/catalog';
import {
  authorize,
  compilePrincipal,
  compileResource,
  deriveContext,
  type Principal,
} from '@policywright/evaluator';
import { readCaller } from '@policywright/evaluator/engine';
import { decideOpen } from '../decide/decideOpen.ts';
import type { OpenAnswer } from '../decide/settlePair.ts';
import type { Landscape } from '../landscape/landscape.ts';
import { widestIdentity } from '../landscape/widest.ts';
import { gapText } from '../model/gap.ts';
import { actionsOn } from '../pairs/actionsOn.ts';

/** Somebody outside, as the policies know it. */
export interface Outsider {
  readonly principal: Principal;
  /** Of a session of a role: the ARN of the role. */
  readonly principalArn: string | undefined;
}

/**
 * Decides what an outsider, whose own account lets it do anything, can do; `undefined` where it cannot. Policies, resource control
 * policies, Block Public Access and grants count as for everybody else.
 *
 * @param outsider - who.
 * @param action - full name.
 * @param resource - ARN, and the accounts that tell of it.
 */
export function answerOutsider(
  { principal, principalArn }: Outsider,
  action: string,
  { arn, landscape }: { readonly arn: string; readonly landscape: Landscape },
): OpenAnswer | undefined {
  const { account } = readCaller(principal);
  const known = principalArn === undefined ? {} : { 'aws:PrincipalArn': principalArn };
  const side = compilePrincipal({
    principal,
    ...(account !== '' && { identity: [widestIdentity()] }),
    context: deriveContext({ principal, action: '', resource: '*', context: known }),
  });
  const placed = landscape.resource(arn);
  const { answer, dependsOn } = decideOpen(authorize(side, compileResource(placed.side)), { action });
  if (answer === 'Denied') return undefined;
  const gaps = placed.gaps.map(gapText);
  const isCertain = answer === 'Allow' && gaps.length === 0;
  return { answer: isCertain ? 'certainly' : 'perhaps', keys: dependsOn, gaps };
}

/** An action by its name in lower case, as AWS spells it. */
export function spelled(action: string): string {
  return getAction(action)?.fullName ?? action;
}

/** What stands for any text in a name. */
const ANY = 'example';

/**
 * ARNs on which an action of a statement can be tried: those that it names, and the resource with what lies in it.
 *
 * @param action - full name.
 * @param resource - ARN of the resource that has the policy.
 * @param named - patterns of the statement.
 */
export function triedResources(
  action: string,
  resource: string,
  named: readonly string[],
): readonly string[] {
  const own = [resource, `${resource}/${ANY}`, `${resource}:${ANY}`];
  const texts = named
    .filter((text) => text.startsWith(resource) && !text.includes('${'))
    .map((text) => text.replace(/[*?]+/g, ANY));
  const fitting = own.filter((arn) => actionsOn(arn).includes(action));
  return [...new Set([...texts.filter((arn) => actionsOn(arn).includes(action)), ...fitting])];
}
