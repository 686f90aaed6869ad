import type { UnderlyingResource } from '@policywright/evaluator';
import type { JsonObject, Policy } from '@policywright/policy';
import { defaultPolicyOfKey } from '../../policies/defaultPolicyOfKey.ts';
import type { NodeReader, Placed } from './nodeReader.ts';
import { readWord } from './readWord.ts';

const MEMBERS = ['default'];

/** Whether a value stands for a policy that AWS makes: `{ "default": "key-policy" }`. */
export function namesDefaultPolicy({ node }: Placed): boolean {
  return node.kind === 'object' && node.members.some(({ name }) => name.value === 'default');
}

/**
 * Reads `{ "default": "key-policy" }`: the policy that a KMS key has by default (rule S171).
 *
 * @param resource - the key; `undefined` where the request could not be read, which is reported by itself.
 */
export function readDefaultPolicy(
  reader: NodeReader,
  place: Placed<JsonObject>,
  resource: UnderlyingResource | undefined,
): Policy | undefined {
  reader.checkMembers(place, MEMBERS, false);
  const member = reader.member(place, 'default');
  const expected = { name: 'default', words: ['key-policy'], code: 'scenario-default-policy' } as const;
  const word = member && readWord(reader, member, expected);
  if (word === undefined || resource === undefined) return undefined;
  const key = defaultPolicyOfKey(resource);
  if (key === undefined) {
    reader.report(place, {
      code: 'scenario-default-policy',
      message: 'the resource is no KMS key whose account is known',
      help: 'a default key policy needs the ARN of a key as `resource`, with its account, or `resourceAccount` beside it',
    });
  }
  return key;
}
