import {
  inferPolicyType,
  locate,
  printJson,
  UNKNOWN_PREFIX,
  type ExtractedPolicy,
  type FilePolicies,
  type PolicyType,
} from '@policywright/policy';
import type { OpenedPolicy, OpenedText } from './openApi.ts';

/**
 * The policies of a file as documents to edit.
 *
 * @param text - of the file.
 * @param found - what it holds.
 */
export function openPolicies(text: string, { policies, unknown }: FilePolicies): OpenedText {
  return {
    kind: 'policies',
    policies: policies.map((policy, index) => openedOf(policy, { text, index })),
    untold: unknown.map(({ name, pointer }) => name ?? pointer),
  };
}

interface Place {
  readonly text: string;
  readonly index: number;
}

function openedOf(policy: ExtractedPolicy, { text, index }: Place): OpenedPolicy {
  const { node, name, pointer, source } = policy;
  // A plain document stays letter for letter; one in YAML or a template is printed.
  const isPlain = pointer === '' && /^\s*\{/.test(text);
  const own = isPlain ? text : (source ?? printJson(node));
  return {
    name: name ?? firstSid(policy) ?? (pointer === '' ? 'Policy' : `Policy ${String(index + 1)}`),
    type: typeOf(policy),
    text: own,
    unknown: unknownIn(own),
  };
}

function typeOf({ type, node }: ExtractedPolicy): PolicyType {
  return type ?? inferPolicyType(node)?.type ?? 'identity';
}

function firstSid({ node }: ExtractedPolicy): string | undefined {
  const sid = locate(node, '/Statement/0/Sid') ?? locate(node, '/Statement/Sid');
  return sid?.kind === 'string' && sid.value !== '' ? sid.value : undefined;
}

function unknownIn(text: string): readonly string[] {
  const parts = text.split(UNKNOWN_PREFIX).slice(1);
  return [...new Set(parts.map((part) => part.slice(0, Math.max(part.indexOf('}'), 0))))];
}
