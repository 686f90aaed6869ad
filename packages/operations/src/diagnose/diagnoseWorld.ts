import type { PolicySet } from '@policywright/evaluator';
import { actionCheck, type ActionRequest } from '../checks/actionCheck.ts';
import { listChecks } from '../checks/listChecks.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { OperationCall } from '../model/operationCall.ts';
import type { OperationDiagnostic } from '../model/operationDiagnostic.ts';
import { resourcesBehind } from '../model/resourcesBehind.ts';
import { tagPrefixesFor } from '../model/resourceTagPrefixes.ts';
import type { World } from '../model/world.ts';

/**
 * Finds where a world contradicts the policies or the context of a call, so that nobody can know which of the two holds.
 *
 * @param policies - of the caller; `resource` is the policy of what the operation is about.
 * @param asked - a call, or an action on a resource; never throws on it.
 * @param world - what is known of the account besides.
 * @returns an error for each contradiction, whose `path` points into `policies`, or into the context of the call.
 */
export function diagnoseWorld(
  policies: PolicySet,
  asked: OperationCall | ActionRequest,
  world: World,
): readonly OperationDiagnostic[] {
  const { context = {} } = asked;
  if (policies.resource === undefined && Object.keys(context).length === 0) return [];
  const checks = 'action' in asked ? [actionCheck(asked, world)] : listChecks(asked, world);
  const about = checks.filter(({ reason }) => reason === 'operation');
  return [
    ...(policies.resource === undefined ? [] : about.flatMap((check) => policyTwice(check, world))),
    ...about.flatMap((check) => otherTags(check, context, world)),
  ].filter((one, index, all) => all.findIndex(({ message }) => message === one.message) === index);
}

function policyTwice({ action, resource }: RequiredCheck, world: World): readonly OperationDiagnostic[] {
  if (resource === undefined) return [];
  const known = action.startsWith('sts:') ? world.trustOf : world.policyOf;
  const holder = resourcesBehind(resource).find((arn) => known?.(arn) !== undefined);
  if (holder === undefined) return [];
  const message = `the policy of \`${holder}\` is given twice: among the policies, and by the world`;
  return [contradiction('/policies/resource', holder, { message, help: 'leave one of them out' })];
}

function otherTags(
  { action, resource, resourceType }: RequiredCheck,
  context: NonNullable<OperationCall['context']>,
  world: World,
): readonly OperationDiagnostic[] {
  if (resource === undefined) return [];
  const tags = world.tagsOf?.(resource);
  if (tags === undefined) return [];
  const prefixes = tagPrefixesFor(action, resourceType);
  return Object.entries(context).flatMap(([key, value]) => {
    const prefix = prefixes.find((start) => key.toLowerCase().startsWith(start.toLowerCase()));
    if (prefix === undefined) return [];
    const own = tags[key.slice(prefix.length)];
    if (own === value) return [];
    const inWorld = own === undefined ? 'has no such tag' : `has \`${own}\``;
    const message = `\`${key}\` is \`${String(value)}\`, and in the world \`${resource}\` ${inWorld}`;
    const path = `/context/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [contradiction(path, resource, { message, help: 'say it once' })];
  });
}

function contradiction(
  path: string,
  resource: string,
  words: Pick<OperationDiagnostic, 'message' | 'help'>,
): OperationDiagnostic {
  return { code: 'contradiction', severity: 'error', path, resource, ...words };
}
