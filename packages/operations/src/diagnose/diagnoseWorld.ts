import type { PolicySet } from '@policywright/evaluator';
import { listChecks } from '../checks/listChecks.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { OperationCall } from '../model/operationCall.ts';
import type { OperationDiagnostic } from '../model/operationDiagnostic.ts';
import { resourcesBehind } from '../model/resourcesBehind.ts';
import type { World } from '../model/world.ts';

/**
 * Finds where a world contradicts the policies or the context of a call, so that nobody can know which of the two holds.
 *
 * @param policies - of the caller; `resource` is the policy of what the operation is about.
 * @param call - never throws on it.
 * @param world - what is known of the account besides.
 * @returns an error for each contradiction, whose `path` points into `policies`, or into the context of the call.
 */
export function diagnoseWorld(
  policies: PolicySet,
  call: OperationCall,
  world: World,
): readonly OperationDiagnostic[] {
  const { context = {} } = call;
  if (policies.resource === undefined && Object.keys(context).length === 0) return [];
  const about = listChecks(call, world).filter(({ reason }) => reason === 'operation');
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
  const message = `the policy of \`${holder}\` is given twice: here, and by the world`;
  return [contradiction('/policies/resource', message, 'leave one of them out')];
}

function otherTags(
  { resource }: RequiredCheck,
  context: NonNullable<OperationCall['context']>,
  world: World,
): readonly OperationDiagnostic[] {
  const tags = resource === undefined ? undefined : world.tagsOf?.(resource);
  if (tags === undefined) return [];
  return Object.entries(context).flatMap(([key, value]) => {
    const [, name] = /^[\w-]+:ResourceTag\/(.+)$/i.exec(key) ?? [];
    if (name === undefined || tags[name] === value) return [];
    const own = tags[name];
    const message = `\`${key}\` is \`${String(value)}\`, and in the world \`${resource ?? ''}\` ${own === undefined ? 'has no such tag' : `has \`${own}\``}`;
    const path = `/context/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [contradiction(path, message, 'say it once')];
  });
}

function contradiction(path: string, message: string, help: string): OperationDiagnostic {
  return { code: 'contradiction', severity: 'error', path, message, help };
}
