import {
  inlineUses,
  lintNode,
  lintText,
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
import type { TextForm } from './textForm.ts';

/** How to lint the documents of a text. */
export interface DocumentOptions extends TextLintOptions {
  /** Whether the user named the file itself. */
  readonly named: boolean;
}

/** What linting the documents of a text gave. */
export interface DocumentFindings {
  readonly findings: readonly Finding[];
  /** Number of findings that the configuration accepts. */
  readonly ignored: number;
  /** Number of policy documents; `undefined` where the text is neither JSON nor YAML. */
  readonly documents: number | undefined;
  /** The policies of which the file does not tell the content. */
  readonly unknown: readonly UnknownPolicy[];
  /** Whether it is YAML with placeholders for values, whose findings say nothing. */
  readonly isUnfilled?: boolean;
}

/** A text, and the language that it is read as. */
export interface FormedText {
  readonly text: string;
  readonly form: TextForm;
}

/**
 * Lints the policies of a text. What it gives depends on what it is given and on nothing else, so that it can be kept.
 *
 * @param source - the text.
 * @param options - what to check.
 */
export async function documentFindings(
  { text, form }: FormedText,
  options: DocumentOptions,
): Promise<DocumentFindings> {
  if (form === 'yaml') return yamlFindings(text, options);
  const readTemplate = holdsTemplates(text) ? await templateReader() : undefined;
  const { node: root } = parseJson(text);
  if (root === undefined) return { ...counted([lintText(text, options)]), documents: undefined, unknown: [] };
  return treeFindings([root], { ...options, text, readTemplate });
}

async function yamlFindings(text: string, options: DocumentOptions): Promise<DocumentFindings> {
  // Few need it.
  const { readYaml } = await import('./readYaml.ts');
  const read = readYaml(text);
  if (!read.ok)
    return { isUnfilled: false, findings: read.findings, ignored: 0, documents: undefined, unknown: [] };
  // Fixes edit JSON only.
  const how = { ...options, text, fixable: false, readTemplate: await templateReader() };
  return { isUnfilled: read.isUnfilled, ...treeFindings(read.roots, how) };
}

interface TreeLintOptions extends NodeLintOptions, Pick<DocumentOptions, 'named'> {
  readonly readTemplate: TemplateReader | undefined;
}

/** Lints the policies in trees of a text; without text that fixes can edit where that is not JSON. */
function treeFindings(roots: readonly JsonNode[], options: TreeLintOptions): DocumentFindings {
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

function counted(results: readonly LintResult[]): Pick<DocumentFindings, 'findings' | 'ignored'> {
  return {
    findings: results.flatMap(({ findings }) => findings),
    ignored: results.reduce((sum, { ignored }) => sum + ignored.length, 0),
  };
}
