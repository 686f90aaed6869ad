import type { World } from '@policywright/operations';
import { locate, type JsonNode } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { describeErrors, policyReferences, readKnownWorld, scenarioReferences } from '@policywright/scenario';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { loadSources } from '../_internals/loadSources.ts';
import { placeOfNode, type ReadText } from '../_internals/placeIn.ts';
import { readTree } from '../_internals/readTree.ts';

/** What a file tells of resources. */
export interface ToldWorld {
  readonly world: World;
  /** Where it tells of a resource: `world.json:3:5`; `undefined` where it does not. */
  readonly placeOf: (arn: string) => string | undefined;
}

/**
 * Reads what is known of resources.
 *
 * @param io - the files.
 * @param file - JSON or YAML in the form of `world` of a scenario; policies may be references.
 * @returns a resource that the file has answers for all that it says; others are not known.
 * @throws CommandError - where the file has another form, with the place.
 */
export async function readWorld(io: Io, file: string): Promise<ToldWorld> {
  const input = await readInput(io, file);
  if (!input.ok) throw new CommandError(`${quote(file)}: ${input.problem.message}`, input.problem);
  const { text } = input;
  const name = file === '-' ? '<stdin>' : file;
  const tree = await readTree(file, text);
  if (!tree.ok) throw new CommandError(`${name}:${describeErrors(tree.diagnostics)}`);
  const { root } = tree;
  const references = scenarioReferences(text, asPolicies(root));
  const sources = await loadSources(io, file, references);
  const read = readKnownWorld(text, { root, references: policyReferences(sources) });
  if (read.world === undefined) throw new CommandError(`${name}:${describeErrors(read.diagnostics)}`);
  const told = { name, text, root };
  return { world: read.world, placeOf: (arn) => placeOfEntry(told, arn) };
}

/** The entry of a resource: by its name, or by its `arn` in a list. */
function placeOfEntry(told: ReadText, arn: string): string | undefined {
  const { root } = told;
  if (root.kind === 'object') {
    const member = root.members.find(({ name }) => name.value === arn);
    return member && placeOfNode(told, member.name);
  }
  const items = root.kind === 'array' ? root.items : [];
  const entry = items.find((item) => {
    const named = locate(item, '/arn');
    return named?.kind === 'string' && named.value === arn;
  });
  return entry && placeOfNode(told, entry);
}

/** References count where policies stand, which is anywhere in a world. */
function asPolicies(root: JsonNode): JsonNode {
  const { start, end } = root;
  const name = { kind: 'string', start, end, value: 'policies' } as const;
  return { kind: 'object', start, end, members: [{ name, value: root }] };
}
