import { policyFromNode, type Policy, type PolicyType } from '@policywright/policy';
import type { NodeReader, Placed } from './nodeReader.ts';

/** Reads a policy document of a scenario; `undefined` after its errors were reported. */
export function readDocument(reader: NodeReader, place: Placed, type: PolicyType): Policy | undefined {
  const result = policyFromNode(place.node, { text: reader.text, basePointer: place.pointer, type });
  reader.add(result.diagnostics);
  return result.ok ? result.policy : undefined;
}
