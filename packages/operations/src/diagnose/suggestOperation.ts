import { operationsOf, suggestActions, type ActionName } from '@policywright/catalog';
import { closestName } from '@policywright/policy/text';

/**
 * Suggests an operation for one that the catalog does not have.
 *
 * @param written - by somebody: `lambda:Invok`, `s3:ListObjectV2`, `ecs:RunTsak`, or with the names that the AWS SDK for
 * JavaScript has: `PutObjectCommand`, `@aws-sdk/client-s3:PutObject`.
 * @returns the nearest by prefix and name; `undefined` when nothing is near.
 */
export function suggestOperation(written: string): ActionName | undefined {
  const name = written.replace(/^(?:@aws-sdk\/)?client-/, '').replace(/Command$/, '');
  const actions = suggestActions(name);
  const colon = name.indexOf(':');
  if (colon <= 0) return actions[0];
  const prefix = name.slice(0, colon).toLowerCase();
  // Those that are called otherwise than their actions stand in a list of their own.
  const named = operationsOf(prefix).map((operation) => operation.name);
  const ofPrefix = actions.filter((action) => action.startsWith(`${prefix}:`));
  const names = [...named, ...ofPrefix.map((action) => action.slice(colon + 1))];
  const closest = closestName(name.slice(colon + 1), names);
  return closest === undefined ? actions[0] : `${prefix}:${closest}`;
}
