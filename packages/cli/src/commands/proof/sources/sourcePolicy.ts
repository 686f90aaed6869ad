import {
  extractAll,
  parsePointer,
  policyFromNode,
  positionAt,
  locate,
  printJson,
  type ExtractedPolicy,
  type JsonNode,
  type Policy,
  type Position,
  type Range,
} from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../../commandError.ts';
import type { Io } from '../../../io/io.ts';
import { printDiagnostics } from '../../../report/printDiagnostics.ts';
import { readTrees } from '../../_internals/readTree.ts';
import { canHoldPolicy } from '../../lint/policyWords.ts';
import { holdsTemplates, templateReader } from '../../lint/templateReader.ts';
import { textForm } from '../../lint/textForm.ts';
import type { SourceFile } from './sourceFile.ts';

/** A policy and where it stands. */
export interface SourcePolicy {
  readonly source: SourceFile;
  readonly text: string;
  /** As the file names it, such as `AppRole/inline`. */
  readonly name: string | undefined;
  /** JSON pointer in the file; empty for a plain document. */
  readonly pointer: string;
  /** `undefined` where the file does not tell what the policy says. */
  readonly policy: Policy | undefined;
  /** Whether nothing in it is left open by a template or plan. */
  readonly exact: boolean;
  /** Whether all that is left open are values with a name, which stand for themselves. */
  readonly whole: boolean;
}

/**
 * Reads the policies of files.
 *
 * @param io - standard error, for what is wrong.
 * @param files - those without a policy are passed over unless they were named.
 * @returns the policies in order; `undefined` after saying on standard error what could not be read.
 */
export async function readSourcePolicies(
  io: Io,
  files: readonly SourceFile[],
): Promise<readonly SourcePolicy[] | undefined> {
  const policies: SourcePolicy[] = [];
  let failed = false;
  for (const source of files) {
    const read = await readFile(io, source);
    if (read === undefined) failed = true;
    else policies.push(...read);
  }
  return failed ? undefined : policies;
}

async function readFile(io: Io, source: SourceFile): Promise<readonly SourcePolicy[] | undefined> {
  const { file, key } = source;
  const named = key === '';
  const input = await source.read();
  const { text } = input;
  if (!input.ok) {
    printDiagnostics(io, { file, text }, [input.problem]);
    return undefined;
  }
  if (!named && !canHoldPolicy(text)) return [];
  const trees = await readTrees(file, text);
  if (!trees.ok) {
    printDiagnostics(io, { file, text }, trees.diagnostics);
    return undefined;
  }
  const needsTemplates = textForm(file, text) === 'yaml' || holdsTemplates(text);
  const readTemplate = needsTemplates ? await templateReader() : undefined;
  const policies: SourcePolicy[] = [];
  for (const root of trees.roots) {
    const found = extractAll(root, { text, readTemplate });
    for (const extracted of found.policies) {
      const policy = readPolicy(io, source, { text, extracted });
      if (policy === undefined) return undefined;
      const { name, pointer, exact, whole } = extracted;
      policies.push({ source, text, name, pointer, policy, exact, whole });
    }
    for (const { name, pointer } of found.unknown)
      policies.push({ source, text, name, pointer, policy: undefined, exact: false, whole: false });
  }
  if (named && policies.length === 0)
    throw new CommandError(`${quote(file)} holds no policy`, {
      help: 'a file is a policy document, or a template, a plan or an answer of the AWS command line with some',
    });
  return policies;
}

function readPolicy(
  io: Io,
  { file }: SourceFile,
  { text, extracted }: { readonly text: string; readonly extracted: ExtractedPolicy },
): Policy | undefined {
  const { node, type, pointer, name, isUnknown } = extracted;
  const read = policyFromNode(node, { text, type, basePointer: pointer, name, isUnknown });
  if (read.ok) return read.policy;
  const errors = read.diagnostics.filter(({ severity }) => severity === 'error');
  printDiagnostics(io, { file, text }, errors);
  return undefined;
}

/** How reports name a policy: its file and, of a file with several, its name or place there. */
export function labelOf({ source, name, pointer }: SourcePolicy): string {
  const file = source.file === '-' ? '<stdin>' : source.file;
  const inner = pointer === '' ? undefined : (name ?? pointer);
  return inner === undefined ? file : `${file}#${inner}`;
}

/** Whether two versions of a policy say the same, as far as their files tell. */
export function saysSame(one: SourcePolicy, other: SourcePolicy): boolean {
  if (one.text === other.text && one.pointer === other.pointer) return true;
  if (one.policy === undefined || other.policy === undefined || !one.whole || !other.whole) return false;
  return printJson(one.policy.root) === printJson(other.policy.root);
}

/** Where the value at a pointer from the policy's root stands in the file. */
export function rangeOf({ text, policy }: SourcePolicy, pointer: string): Range | undefined {
  if (policy === undefined || parsePointer(pointer) === undefined) return undefined;
  const node: JsonNode = locate(policy.root, pointer) ?? policy.root;
  const at = (offset: number): Position => positionAt(text, offset);
  return { start: at(node.start), end: at(node.end) };
}
