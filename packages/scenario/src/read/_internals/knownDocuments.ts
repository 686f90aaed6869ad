import type { LayerKind } from '@policywright/evaluator';
import { policyFromNode, type JsonObject, type Policy, type PolicyType } from '@policywright/policy';
import type { ReferenceProblem } from '../../references/referenceSources.ts';
import type { PolicyReferences } from '../../references/policyReferences.ts';
import type { NodeReader, Placed } from './nodeReader.ts';
import { namesReference, readReference } from './readReference.ts';

/** The rules that a document is read with. */
export interface DocumentRules {
  readonly layer: LayerKind;
  readonly type: PolicyType;
}

/** The policies of one file, each read once however many scenarios share it. */
export class KnownDocuments {
  readonly #references: PolicyReferences | undefined;
  /** By what is written, and the rules. */
  readonly #read = new Map<Placed['node'], Map<string, readonly Policy[]>>();

  /** @param references - finds policies that scenarios only name; left out where there are no files. */
  constructor(references: PolicyReferences | undefined) {
    this.#references = references;
  }

  /**
   * The policies of a place, one unless it refers to more; none after errors were reported.
   *
   * @param reader - takes the reports: those of a place in full for the first scenario that has it.
   * @param place - a document or a reference.
   * @param rules - how to read it.
   */
  read(reader: NodeReader, place: Placed, rules: DocumentRules): readonly Policy[] {
    const byRules = this.#read.get(place.node) ?? new Map<string, readonly Policy[]>();
    this.#read.set(place.node, byRules);
    const key = `${rules.layer} ${rules.type}`;
    const known = byRules.get(key);
    if (known === undefined) {
      const policies = this.#readNew(reader, place, rules);
      byRules.set(key, policies);
      return policies;
    }
    if (known.length === 0) {
      const message = 'a policy that the scenarios share has an error, which is told at the first of them';
      reader.report(place, { code: 'scenario-shared', message });
    }
    return known;
  }

  #readNew(reader: NodeReader, place: Placed, rules: DocumentRules): readonly Policy[] {
    const { node, pointer } = place;
    if (node.kind === 'object' && namesReference(place)) return this.#refer(reader, { node, pointer }, rules);
    const { type } = rules;
    const result = policyFromNode(node, { text: reader.text, basePointer: pointer, type });
    reader.add(result.diagnostics);
    return result.ok ? [result.policy] : [];
  }

  #refer(reader: NodeReader, place: Placed<JsonObject>, rules: DocumentRules): readonly Policy[] {
    const reference = readReference(reader, place);
    if (reference === undefined) return [];
    if (this.#references === undefined) {
      const message = 'references to policies can be read only where files can';
      reader.report(place, { code: 'scenario-reference', message, help: 'write the policy out' });
      return [];
    }
    const resolved = this.#references.resolve(reference, rules);
    if (!resolved.ok) {
      reader.report(place, { code: 'scenario-reference', ...wordsOf(resolved) });
      return [];
    }
    for (const message of resolved.warnings)
      reader.report(place, { code: 'scenario-referenced-policy', severity: 'warning', message });
    return resolved.policies;
  }
}

function wordsOf({ message, help }: ReferenceProblem): { message: string; help?: string } {
  return help === undefined ? { message } : { message, help };
}
