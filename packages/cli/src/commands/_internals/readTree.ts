import { parseJson, type JsonNode } from '@policywright/policy';
import type { ScenarioDiagnostic } from '@policywright/scenario';
import { textForm } from '../lint/textForm.ts';

/** The tree of a text in JSON or YAML, or what keeps it from being read. */
export type TreeReading =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly diagnostics: readonly ScenarioDiagnostic[] };

/** The trees of a text, one for each document of YAML, or what keeps it from being read. */
export type TreesReading =
  | { readonly ok: true; readonly roots: readonly JsonNode[] }
  | { readonly ok: false; readonly diagnostics: readonly ScenarioDiagnostic[] };

/**
 * Reads a text in JSON, or in YAML where its name or its start say so: the first document of it.
 *
 * @param file - its name; `-` for standard input.
 * @param text - its text.
 */
export async function readTree(file: string, text: string): Promise<TreeReading> {
  const read = await readTrees(file, text);
  if (!read.ok) return read;
  const [root] = read.roots;
  return root === undefined ? { ok: false, diagnostics: [] } : { ok: true, root };
}

/**
 * As {@link readTree}, with all documents.
 *
 * @param file - its name; `-` for standard input.
 * @param text - its text.
 */
export async function readTrees(file: string, text: string): Promise<TreesReading> {
  if (textForm(file, text) !== 'yaml') {
    const { node, diagnostics } = parseJson(text);
    return node === undefined ? { ok: false, diagnostics } : { ok: true, roots: [node] };
  }
  // Loaded for this alone: it takes time.
  const { readYaml } = await import('../lint/readYaml.ts');
  const read = readYaml(text);
  if (!read.ok) {
    const diagnostics = read.findings.map(({ message, path, range }) => ({
      code: 'scenario-shape' as const,
      severity: 'error' as const,
      message,
      path,
      range,
    }));
    return { ok: false, diagnostics };
  }
  return { ok: true, roots: read.roots };
}
