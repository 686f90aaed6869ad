import { parsePolicy, type Policy } from '@policywright/policy';

/** A policy, or why there is none. */
export type PooledPolicy =
  | { readonly policy: Policy }
  | { readonly policy: undefined; readonly message: string };

const NO_DOCUMENT = { policy: undefined, message: 'expected a policy document' } as const;

/**
 * Reads policy documents, equal ones once: whoever asks about many principals knows policies by identity. Documents come
 * as objects, as the AWS command line prints them, as text, and as percent-encoded text, as the API sends them.
 */
export class DocumentPool {
  readonly #known: Map<string, PooledPolicy> = new Map();

  /** Reads a document. */
  read(document: unknown): PooledPolicy {
    const text = textOf(document);
    if (text === undefined) return NO_DOCUMENT;
    let found = this.#known.get(text);
    if (found === undefined) {
      found = parsed(text);
      this.#known.set(text, found);
    }
    return found;
  }
}

function parsed(text: string): PooledPolicy {
  const result = parsePolicy(text);
  if (result.ok) return { policy: result.policy };
  const [first] = result.diagnostics.filter(({ severity }) => severity === 'error');
  const place = first?.path === '' || first === undefined ? '' : ` at \`${first.path}\``;
  return { policy: undefined, message: `${first?.message ?? 'the document cannot be read'}${place}` };
}

function textOf(document: unknown): string | undefined {
  if (typeof document === 'object' && document !== null) return JSON.stringify(document);
  if (typeof document !== 'string') return undefined;
  if (/^\s*\{/.test(document)) return document;
  try {
    return decodeURIComponent(document);
  } catch {
    return document;
  }
}
