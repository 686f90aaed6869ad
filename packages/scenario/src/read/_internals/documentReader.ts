import type { LayerKind, UnderlyingResource } from '@policywright/evaluator';
import type { JsonObject, Policy, PolicyType } from '@policywright/policy';
import type { WrittenDocument } from '../../model/writtenScenario.ts';
import { readDefaultPolicy } from './defaultPolicy.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import type { NodeReader, Placed } from './nodeReader.ts';
import { namesReference } from './readReference.ts';

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
  readonly #known: KnownDocuments;

  constructor(reader: NodeReader, known: KnownDocuments) {
    this.reader = reader;
    this.#known = known;
  }

  /** A document, or all that a reference leads to; none after errors were reported. */
  read(place: Placed, attachment: Attachment): readonly Policy[] {
    const { layer, level } = attachment;
    const policies = this.#known.read(this.reader, place, attachment);
    if (!namesReference(place)) this.written.push({ layer, level, node: place.node });
    else for (const policy of policies) this.written.push({ layer, level, node: policy.root });
    return policies;
  }

  /** The one document of a place that holds no more; `undefined` after a report. */
  readOne(place: Placed, attachment: Attachment): Policy | undefined {
    const [policy, second] = this.read(place, attachment);
    if (second === undefined) return policy;
    this.reader.report(place, {
      code: 'scenario-reference',
      message: 'the reference leads to more than one policy, where one is meant',
      help: 'name a single one of them as `resource`',
    });
    return undefined;
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
