import { printJson, type JsonNode } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { describeErrors } from '@policywright/scenario';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { placeIn } from '../_internals/placeIn.ts';
import { readTree } from '../_internals/readTree.ts';

/** The input of an operation. */
export interface ReadInput {
  /** With the names of members that the API has. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Where a member stands, by its pointer: `input.json:3:5`. */
  readonly placeOf: (pointer: string) => string;
}

/**
 * Reads the input of an operation.
 *
 * @param io - the files.
 * @param file - JSON, or YAML by its name; `-` for standard input. A template of AWS CloudFormation in it, as text, may be in
 * YAML.
 * @throws CommandError - where it cannot be read, with the place.
 */
export async function readOperationInput(io: Io, file: string): Promise<ReadInput> {
  const input = await readInput(io, file);
  if (!input.ok) throw new CommandError(`${quote(file)}: ${input.problem.message}`, input.problem);
  const name = file === '-' ? '<stdin>' : file;
  const help = 'the input of an operation is a JSON object';
  const tree = await readTree(file, input.text);
  if (!tree.ok) throw new CommandError(`${name}:${describeErrors(tree.diagnostics)}`, { help });
  const read = { name, text: input.text, root: tree.root };
  const value = valueOf(tree.root);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    throw new CommandError(`${placeIn(read, '')}: the input is ${kind}, expected an object`, { help });
  }
  return { value: await withJsonTemplate({ ...value }), placeOf: (pointer) => placeIn(read, pointer) };
}

/** What the operations know how to read of a template is JSON. */
async function withJsonTemplate(input: ReadInput['value']): Promise<ReadInput['value']> {
  const { TemplateBody: body } = input;
  if (typeof body !== 'string' || /^\s*\{/.test(body)) return input;
  const tree = await readTree('template.yaml', body);
  return tree.ok ? { ...input, TemplateBody: printJson(tree.root) } : input;
}

function valueOf(node: JsonNode): unknown {
  return JSON.parse(printJson(node));
}
