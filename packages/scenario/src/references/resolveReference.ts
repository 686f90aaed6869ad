import { locate, pointerTo, policyFromNode, type ExtractedPolicy, type Policy } from '@policywright/policy';
import { quoteAll } from '@policywright/policy/text';
import { choosePolicies } from './_internals/choosePolicies.ts';
import { fillValues } from './_internals/fillValues.ts';
import type { FileReference, PolicyReference } from './policyReference.ts';
import type { PolicyReferences, ReferencePlace, ResolvedReference } from './policyReferences.ts';
import { noteSource } from './policySource.ts';
import type { ReferenceProblem, ReferencedFile, ReferenceSources } from './referenceSources.ts';

/**
 * Finds policies in files, for scenarios that refer to them; equal references give the same policies, read once.
 *
 * @param sources - the files.
 */
export function policyReferences(sources: ReferenceSources): PolicyReferences {
  return new ReferenceResolver(sources);
}

class ReferenceResolver implements PolicyReferences {
  readonly #sources: ReferenceSources;
  readonly #resolved = new Map<string, ResolvedReference>();

  constructor(sources: ReferenceSources) {
    this.#sources = sources;
  }

  resolve(reference: PolicyReference, place: ReferencePlace): ResolvedReference {
    const key = JSON.stringify([reference, place.layer, place.type]);
    let resolved = this.#resolved.get(key);
    if (resolved === undefined) this.#resolved.set(key, (resolved = this.#read(reference, place)));
    return resolved;
  }

  #read(reference: PolicyReference, place: ReferencePlace): ResolvedReference {
    if ('managed' in reference) {
      const file = this.#sources.managed(reference.managed, reference.version);
      return file.ok ? readChosen(file, { place, reference: undefined }) : file;
    }
    const file = this.#sources.file(reference.file);
    return file.ok ? this.#readFile(file, reference, place) : file;
  }

  #readFile(file: FoundFile, reference: FileReference, place: ReferencePlace): ResolvedReference {
    const read = readChosen(file, { place, reference });
    if (!read.ok || read.managed.length === 0) return read;
    const policies = [...read.policies];
    const warnings = [...read.warnings];
    for (const managed of read.managed) {
      const resolved = this.resolve({ managed }, place);
      if (!resolved.ok) return { ...resolved, message: `${resolved.message}, which is attached there` };
      policies.push(...resolved.policies);
      warnings.push(...resolved.warnings);
    }
    return { ok: true, policies, warnings };
  }
}

type FoundFile = Extract<ReferencedFile, { readonly ok: true }>;

interface Reading {
  readonly place: ReferencePlace;
  /** `undefined` for a managed policy. */
  readonly reference: FileReference | undefined;
}

type ChosenReading =
  | (Extract<ResolvedReference, { readonly ok: true }> & { readonly managed: readonly string[] })
  | ReferenceProblem;

function readChosen(file: FoundFile, { place, reference }: Reading): ChosenReading {
  const choice = { layer: place.layer, resource: reference?.resource };
  const chosen = choosePolicies(file.root, file.text, choice);
  if (!chosen.ok) return chosen;
  const policies: Policy[] = [];
  const warnings: string[] = [];
  for (const found of chosen.policies) {
    const read = readPolicy(found, file, { place, reference });
    if (!read.ok) return read;
    policies.push(...read.policies);
    warnings.push(...read.warnings);
  }
  return { ok: true, policies, warnings, managed: chosen.managed };
}

function readPolicy(
  found: ExtractedPolicy,
  file: FoundFile,
  { place, reference }: Reading,
): ResolvedReference {
  const { node, missing, isOpen } = fillValues(found, reference?.values);
  if (missing.length > 0) {
    const asked = missing.map((name) => ({ name, proposed: defaultOf(file, name) }));
    const values = asked
      .map(({ name, proposed }) => `${JSON.stringify(name)}: ${JSON.stringify(proposed ?? '…')}`)
      .join(', ');
    const help = `give what is meant in the reference: \`"values": { ${values} }\``;
    const message = `${quoteAll(missing)} ${missing.length === 1 ? 'is' : 'are'} not known before the template is deployed`;
    return { ok: false, message, help, missing: asked };
  }
  if (isOpen) {
    const help = 'write the policy that is meant into a file of its own';
    const message = 'the policy hangs on what is not known before the template is deployed';
    return { ok: false, message, help };
  }
  const { text } = file;
  const type = found.type ?? place.type;
  const result = policyFromNode(node, { text, basePointer: found.pointer, type });
  const inWords = result.diagnostics.map(({ severity, message, range, path }) => {
    const at = range === undefined ? path : `${range.start.line}:${range.start.column}`;
    return { severity, words: `${at}: ${message}` };
  });
  if (!result.ok) {
    const error = inWords.find(({ severity }) => severity === 'error');
    return { ok: false, message: `the policy cannot be read: ${error?.words ?? ''}` };
  }
  noteSource(result.policy, { file: file.file, text, isManaged: reference === undefined });
  return { ok: true, policies: [result.policy], warnings: inWords.map(({ words }) => words) };
}

/** What a parameter of a template has where nobody gives it another value: a proposal, since whoever deploys it may. */
function defaultOf({ root }: FoundFile, parameter: string): string | undefined {
  const value = locate(root, `${pointerTo('/Parameters', parameter)}/Default`);
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'number' ? value.text : undefined;
}
