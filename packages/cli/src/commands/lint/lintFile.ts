import {
  applyFixes,
  inlineUses,
  lintNode,
  lintText,
  type FileFindings,
  type Finding,
  type LintResult,
  type NodeLintOptions,
  type TextLintOptions,
} from '@policywright/lint';
import {
  extractAll,
  parseJson,
  type ExtractedPolicy,
  type JsonNode,
  type UnknownPolicy,
} from '@policywright/policy';
import { holdsTemplates, templateReader, type TemplateReader } from './templateReader.ts';
import { textForm } from './textForm.ts';

/** How to lint a file. */
export interface FileLintOptions extends TextLintOptions {
  /** Whether to apply the fixes that keep every decision. */
  readonly fix: boolean;
  /** Whether the user named the file itself. */
  readonly named: boolean;
}

/** What linting a file gave. */
export interface LintedFile extends FileFindings {
  /** The text after fixes; that of the file where nothing was fixed. */
  readonly text: string;
  /** Number of fixes that were applied. */
  readonly fixed: number;
  /** Number of findings that the configuration accepts. */
  readonly ignored: number;
  /** Number of policy documents; `undefined` where the text is neither JSON nor YAML. */
  readonly documents: number | undefined;
  /** The policies of which the file does not tell the content. */
  readonly unknown: readonly UnknownPolicy[];
  /** Whether it is YAML with placeholders for values, whose findings say nothing. */
  readonly isUnfilled?: boolean;
}

/** Each round applies a fix at least; the bound is for safety only. */
const MOST_ROUNDS = 50;

/**
 * Lints the policies of a file, JSON or YAML.
 *
 * @param file - the name that reports use.
 * @param source - the text of the file.
 * @param options - what to check, and whether to fix.
 */
export async function lintFile(file: string, source: string, options: FileLintOptions): Promise<LintedFile> {
  if (textForm(file, source) === 'yaml') return lintYaml(file, source, options);
  const readTemplate = holdsTemplates(source) ? await templateReader() : undefined;
  let text = source;
  let fixed = 0;
  for (let round = 0; ; round++) {
    const found = lintDocuments(text, { ...options, readTemplate });
    const step = options.fix && round < MOST_ROUNDS ? applyFixes(text, found.findings) : undefined;
    if (step === undefined || step.applied.length === 0) return { file, text, fixed, ...found };
    text = step.text;
    fixed += step.applied.length;
  }
}

/** Fixes edit JSON only. */
async function lintYaml(file: string, text: string, options: FileLintOptions): Promise<LintedFile> {
  // Few need it.
  const { readYaml } = await import('./readYaml.ts');
  const read = readYaml(text);
  const found: Found = read.ok
    ? lintTrees(read.roots, { ...options, text, fixable: false, readTemplate: await templateReader() })
    : { findings: read.findings, ignored: 0, documents: undefined, unknown: [] };
  return { file, text, fixed: 0, isUnfilled: read.ok && read.isUnfilled, ...found };
}

interface Found {
  readonly findings: readonly Finding[];
  readonly ignored: number;
  readonly documents: number | undefined;
  readonly unknown: readonly UnknownPolicy[];
}

interface TreeLintOptions extends NodeLintOptions, Pick<FileLintOptions, 'named'> {
  readonly readTemplate: TemplateReader | undefined;
}

function lintDocuments(text: string, options: Omit<TreeLintOptions, 'text'>): Found {
  const { node: root } = parseJson(text);
  if (root === undefined) return { ...counted([lintText(text, options)]), documents: undefined, unknown: [] };
  return lintTrees([root], { ...options, text });
}

/** Lints the policies in trees of a text; without text that fixes can edit where that is not JSON. */
function lintTrees(roots: readonly JsonNode[], options: TreeLintOptions): Found {
  const files = roots.map((root) => ({ root, ...extractAll(root, options) }));
  const results = files.flatMap(({ root, policies }) => {
    // Whoever names a type and a file means it to be a policy, however little it looks like one.
    const isTyped = options.type !== undefined || options.resourceType !== undefined;
    if (policies.length === 0 && isTyped && options.named) return [lintNode(root, options)];
    const inline = inlineUses(policies);
    return policies.map((policy) =>
      named(policy, lintNode(policy.node, { ...optionsFor(policy, options), inline: inline.get(policy) })),
    );
  });
  const unknown = files.flatMap((file) => file.unknown);
  return { ...counted(results), documents: results.length, unknown };
}

function optionsFor(policy: ExtractedPolicy, options: NodeLintOptions): NodeLintOptions {
  const { pointer, type, resourceType, name, endpointType, embedded, source, exact } = policy;
  const { isUnknown, placeOf } = policy;
  return {
    ...options,
    basePointer: pointer,
    type: options.type ?? type,
    resourceType: options.resourceType ?? resourceType,
    name: options.name ?? name,
    endpointType: options.endpointType ?? endpointType,
    source,
    // Fixes are edits of plain JSON: a document in a string would need escapes, and an intrinsic has other text.
    fixable: options.fixable !== false && exact && !embedded,
    isUnknown,
    placeOf,
  };
}

/** The findings of a policy, which say what it is called. */
function named({ name }: ExtractedPolicy, result: LintResult): LintResult {
  if (name === undefined || result.findings.length === 0) return result;
  return { ...result, findings: result.findings.map((finding) => ({ ...finding, policy: name })) };
}

function counted(results: readonly LintResult[]): Pick<Found, 'findings' | 'ignored'> {
  return {
    findings: results.flatMap(({ findings }) => findings),
    ignored: results.reduce((sum, { ignored }) => sum + ignored.length, 0),
  };
}
