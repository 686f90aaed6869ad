import { POLICY_SET_FLAGS, type PolicySetFlags } from '@policywright/evaluator';
import type { NodeReader, Placed } from './nodeReader.ts';
import { readWord } from './readWord.ts';

/** Reads `flags` of a scenario. What has an error is reported and left out. */
export function readFlags(reader: NodeReader, place: Placed): PolicySetFlags | undefined {
  const flags = reader.object(place, '`flags`');
  if (flags === undefined) return undefined;
  reader.checkMembers(flags, Object.keys(POLICY_SET_FLAGS), false);
  const entries = Object.entries(POLICY_SET_FLAGS).flatMap(([name, { words }]) => {
    const member = reader.member(flags, name);
    const value =
      member &&
      (words.length === 0
        ? reader.boolean(member, `\`${name}\``)
        : readWord(reader, member, { name, words, code: 'scenario-flag' }));
    return value === undefined ? [] : [[name, value] as const];
  });
  // INVARIANT: each value is one that the table of flags gives its name.
  return Object.fromEntries(entries) as PolicySetFlags;
}
