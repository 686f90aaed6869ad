import type { LayerKind, UnderlyingResource } from '@policywright/evaluator';
import { policyFromNode, type JsonObject, type Policy, type PolicyType } from '@policywright/policy';
import type { WrittenDocument } from '../../model/writtenScenario.ts';
import { readDefaultPolicy } from './defaultPolicy.ts';
import type { NodeReader, Placed } from './nodeReader.ts';

/** Where a document is attached. */
export interface Attachment {
  readonly layer: LayerKind;
  /** See {@link WrittenDocument}. */
  readonly level: number;
  /** The rules that it is read with. */
  readonly type: PolicyType;
}

/** Reads the policy documents of a scenario, and keeps each as it is written. */
export class DocumentReader {
  readonly reader: NodeReader;
  readonly written: WrittenDocument[] = [];

  constructor(reader: NodeReader) {
    this.reader = reader;
  }

  /** A document; `undefined` after its errors were reported. */
  read(place: Placed, { layer, level, type }: Attachment): Policy | undefined {
    this.written.push({ layer, level, node: place.node });
    const { reader } = this;
    const result = policyFromNode(place.node, { text: reader.text, basePointer: place.pointer, type });
    reader.add(result.diagnostics);
    return result.ok ? result.policy : undefined;
  }

  /**
   * A policy that AWS makes; `undefined` after a report that it makes none.
   *
   * @param resource - the key; `undefined` where the request could not be read.
   */
  readDefault(
    place: Placed<JsonObject>,
    { layer, level }: Attachment,
    resource: UnderlyingResource | undefined,
  ): Policy | undefined {
    const policy = readDefaultPolicy(this.reader, place, resource);
    if (policy !== undefined) this.written.push({ layer, level, node: policy.root });
    return policy;
  }
}
