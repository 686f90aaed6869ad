import { parseJson, type JsonNode } from '@policywright/policy';
import type { KnownWorld } from '../model/knownWorld.ts';
import type { ScenarioDiagnostic } from '../model/scenarioDiagnostic.ts';
import type { PolicyReferences } from '../references/policyReferences.ts';
import { KnownDocuments } from './_internals/knownDocuments.ts';
import { NodeReader } from './_internals/nodeReader.ts';
import { readKnown } from './_internals/readKnown.ts';

/** What a text says of resources. */
export interface KnownWorldReading {
  /** `undefined` where it has an error. */
  readonly world: KnownWorld | undefined;
  readonly diagnostics: readonly ScenarioDiagnostic[];
}

/** How to read what is known of resources. */
export interface ReadKnownWorldOptions {
  /** The tree of the text, with offsets in it, where it is not JSON, such as YAML. */
  readonly root?: JsonNode | undefined;
  /** Finds the policies that it refers to; without it a reference is an error. */
  readonly references?: PolicyReferences | undefined;
}

/**
 * Reads what is known of resources by itself, in the form of `world` of a scenario.
 *
 * @param text - an object by ARN, or a list of `{ arn, … }`. Any text will do: what cannot be read is reported, never thrown.
 * @param options - how to read it.
 */
export function readKnownWorld(
  text: string,
  { root, references }: ReadKnownWorldOptions = {},
): KnownWorldReading {
  const parsed = root === undefined ? parseJson(text) : { node: root, diagnostics: [] };
  if (parsed.node === undefined) return { world: undefined, diagnostics: parsed.diagnostics };
  const reader = new NodeReader(text);
  const known = new KnownDocuments(references);
  const world = readKnown({ reader, known }, { node: parsed.node, pointer: '' });
  const diagnostics = reader.takeDiagnostics();
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return { world: failed ? undefined : world, diagnostics };
}
