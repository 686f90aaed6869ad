import type { World } from '@policywright/operations';
import {
  locate,
  policyFromNode,
  positionAt,
  type JsonNode,
  type Policy,
  type PolicyType,
} from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { policyReferences, scenarioReferences } from '@policywright/scenario';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { loadSources } from '../_internals/readScenarioFile.ts';
import { readTree } from '../_internals/readTree.ts';

/** What a world file says of one resource. */
interface KnownResource {
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly policy: Policy | undefined;
  readonly trust: Policy | undefined;
  readonly keyArn: string | undefined;
  readonly roles: readonly string[] | undefined;
  readonly role: string | undefined;
}

const MEMBERS = ['arn', 'tags', 'policy', 'trust', 'keyArn', 'roles', 'role'];

/**
 * Reads what is known of resources.
 *
 * @param io - the files.
 * @param file - a list of `{ arn, tags?, policy?, trust?, keyArn?, roles?, role? }` in JSON or YAML; policies may be references.
 * @returns a resource that the file has answers for all that it says; others are not known.
 * @throws CommandError - where the file has another form, with the place.
 */
export async function readWorld(io: Io, file: string): Promise<World> {
  const input = await readInput(io, file);
  if (!input.ok) throw new CommandError(`${quote(file)}: ${input.problem.message}`, input.problem);
  const { text } = input;
  const tree = await readTree(file, text);
  if (!tree.ok) {
    const [first] = tree.diagnostics;
    const at = first?.range === undefined ? '' : `:${first.range.start.line}:${first.range.start.column}`;
    throw new CommandError(`${file}${at}: ${first?.message ?? 'it holds nothing'}`, { help: first?.help });
  }
  const references = scenarioReferences(text, asPolicies(tree.root));
  const sources = await loadSources(io, file, references);
  const reader = new WorldReader({ file, text }, policyReferences(sources));
  return worldOf(reader.read(tree.root));
}

/** References count where policies stand, which is anywhere in a world. */
function asPolicies(root: JsonNode): JsonNode {
  const { start, end } = root;
  const name = { kind: 'string', start, end, value: 'policies' } as const;
  return { kind: 'object', start, end, members: [{ name, value: root }] };
}

function worldOf(known: ReadonlyMap<string, KnownResource>): World {
  return {
    tagsOf: (arn) => known.get(arn)?.tags,
    policyOf: (arn) => known.get(arn)?.policy,
    trustOf: (arn) => known.get(arn)?.trust,
    keyOf: (arn) => known.get(arn)?.keyArn,
    rolesOf: (arn) => known.get(arn)?.roles,
    roleOfProfile: (nameOrArn) =>
      known.get(nameOrArn)?.role ??
      [...known].find(([arn, { role }]) => role !== undefined && arn.endsWith(`/${nameOrArn}`))?.[1].role,
  };
}

class WorldReader {
  readonly #source: { readonly file: string; readonly text: string };
  readonly #references: ReturnType<typeof policyReferences>;

  constructor(source: { file: string; text: string }, references: ReturnType<typeof policyReferences>) {
    this.#source = source;
    this.#references = references;
  }

  read(root: JsonNode): ReadonlyMap<string, KnownResource> {
    const known = new Map<string, KnownResource>();
    if (root.kind !== 'array') throw this.#error(root, 'expected a list of resources');
    for (const item of root.items) {
      if (item.kind !== 'object') throw this.#error(item, 'a resource is `{ "arn": …, "tags": … }`');
      const unknown = item.members.find(({ name }) => !MEMBERS.includes(name.value));
      if (unknown !== undefined)
        throw this.#error(
          unknown.name,
          `unknown member ${quote(unknown.name.value)}`,
          `known are ${MEMBERS.join(', ')}`,
        );
      const arn = this.#text(item, 'arn');
      if (arn === undefined) throw this.#error(item, 'a resource needs its `arn`');
      if (known.has(arn)) throw this.#error(item, `${quote(arn)} is there twice`);
      known.set(arn, {
        tags: this.#tags(item),
        policy: this.#policy(item, 'policy', 'resource'),
        trust: this.#policy(item, 'trust', 'trust'),
        keyArn: this.#text(item, 'keyArn'),
        roles: this.#roles(item),
        role: this.#text(item, 'role'),
      });
    }
    return known;
  }

  #text(item: JsonNode, name: string): string | undefined {
    const node = locate(item, `/${name}`);
    if (node === undefined) return undefined;
    if (node.kind !== 'string') throw this.#error(node, `\`${name}\` must be a text`);
    return node.value;
  }

  #tags(item: JsonNode): Readonly<Record<string, string>> | undefined {
    const node = locate(item, '/tags');
    if (node === undefined) return undefined;
    if (node.kind !== 'object') throw this.#error(node, '`tags` must be an object');
    const entries = node.members.map(({ name, value }) => {
      if (value.kind !== 'string') throw this.#error(value, 'the value of a tag must be a text');
      return [name.value, value.value] as const;
    });
    return Object.fromEntries(entries);
  }

  #roles(item: JsonNode): readonly string[] | undefined {
    const node = locate(item, '/roles');
    if (node === undefined) return undefined;
    const isTexts = node.kind === 'array' && node.items.every(({ kind }) => kind === 'string');
    if (!isTexts) throw this.#error(node, '`roles` must be a list of ARNs');
    return node.items.flatMap((role) => (role.kind === 'string' ? role.value : []));
  }

  #policy(item: JsonNode, name: string, type: PolicyType): Policy | undefined {
    const node = locate(item, `/${name}`);
    if (node === undefined || node.kind === 'null') return undefined;
    const reference = referenceIn(node);
    if (reference !== undefined) {
      const resolved = this.#references.resolve(reference, { layer: 'resource', type });
      if (!resolved.ok) throw this.#error(node, resolved.message, resolved.help);
      const [policy, second] = resolved.policies;
      if (second !== undefined) throw this.#error(node, 'the reference leads to more than one policy');
      return policy;
    }
    const read = policyFromNode(node, { text: this.#source.text, basePointer: '', type });
    if (read.ok) return read.policy;
    const [first] = read.diagnostics.filter(({ severity }) => severity === 'error');
    throw this.#error(node, `the policy cannot be read: ${first?.message ?? ''}`, first?.help);
  }

  #error({ start }: JsonNode, message: string, help?: string): CommandError {
    const { file, text } = this.#source;
    const { line, column } = positionAt(text, start);
    return new CommandError(`${file === '-' ? '<stdin>' : file}:${line}:${column}: ${message}`, { help });
  }
}

function referenceIn(node: JsonNode): { file: string; resource?: string | undefined } | undefined {
  const [file, resource] = ['file', 'resource'].map((name) => locate(node, `/${name}`));
  if (file?.kind !== 'string') return undefined;
  return { file: file.value, resource: resource?.kind === 'string' ? resource.value : undefined };
}
