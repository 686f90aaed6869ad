import type { LayerKind, PolicySet } from '@policywright/evaluator';
import type { Policy, PolicyType } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import {
  policyReferences,
  type PolicyReference,
  type PolicyReferences,
  type ReferenceProblem,
} from '@policywright/scenario';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { loadSources } from '../_internals/loadSources.ts';

/** What a template does not know before it is deployed, by name. */
export type TemplateValues = Readonly<Record<string, string>>;

/** Policies as arguments name them, by option. */
export interface PolicyArguments {
  readonly policy: readonly string[];
  readonly boundary: readonly string[];
  readonly session: readonly string[];
  readonly scp: readonly string[];
  readonly rcp: readonly string[];
  readonly 'vpc-endpoint': readonly string[];
  readonly 'resource-policy': string | undefined;
  readonly trust: string | undefined;
}

/** The policies of a call. */
export interface GivenPolicies {
  readonly set: PolicySet;
  /** The trust policy of roles that the world does not tell. */
  readonly trust: Policy | undefined;
}

/** Reads policies that arguments and files refer to. */
export interface PolicyReader {
  /**
   * The policies of one reference.
   *
   * @throws CommandError - where there is none.
   */
  readonly read: (named: NamedReference, layer: LayerKind, type?: PolicyType) => readonly Policy[];
}

/** A reference and the words in which it was given. */
export interface NamedReference {
  readonly reference: PolicyReference;
  /** Such as `--policy deploy.json`. */
  readonly words: string;
}

/**
 * Reads an argument that names policies: a file, `FILE#RESOURCE`, or a managed policy of AWS by name or ARN.
 *
 * @param text - as given.
 * @param values - what a template does not know.
 */
export function referenceOf(text: string, values: TemplateValues): PolicyReference {
  const [, managed] = /^(?:managed:|arn:[^:]*:iam::aws:policy\/(?:[^/]*\/)*)([^/]+)$/.exec(text) ?? [];
  if (managed !== undefined) return { managed };
  // Names of managed policies have no dot and no slash, files of policies have an ending.
  if (/^[A-Z][\w+=,@-]*$/.test(text)) return { managed: text };
  const hash = text.indexOf('#');
  if (hash < 0) return { file: text, values };
  return { file: text.slice(0, hash), resource: text.slice(hash + 1), values };
}

/**
 * Reads the files that references name.
 *
 * @param io - the files; paths start from the current folder.
 * @param references - all that will be read.
 */
export async function policyReader(io: Io, references: readonly PolicyReference[]): Promise<PolicyReader> {
  const sources = await loadSources(io, '-', references);
  const resolver: PolicyReferences = policyReferences(sources);
  return {
    read: ({ reference, words }, layer, type = layer === 'resource' ? 'resource' : layer) => {
      const resolved = resolver.resolve(reference, { layer, type });
      if (resolved.ok) return resolved.policies;
      throw new CommandError(`${words}: ${resolved.message}`, { help: helpFor(reference, resolved) });
    },
  };
}

/** Scenario files give values, and say whose policies they mean, in the reference; a command line in its own ways. */
function helpFor(
  reference: PolicyReference,
  { missing, choices, help }: ReferenceProblem,
): string | undefined {
  if (missing !== undefined) {
    const options = missing.map(({ name, proposed = '…' }) => `--value ${name}=${proposed}`).join(' ');
    return `say what is meant: ${quote(options)}`;
  }
  if (choices === undefined || !('file' in reference)) return help;
  const named = choices.slice(0, MOST_CHOICES).map((name) => quote(`${reference.file}#${name}`));
  return `say which is meant: ${named.join(', ')}${choices.length > MOST_CHOICES ? ', …' : ''}`;
}

const MOST_CHOICES = 8;

/** The options that name policies. */
export const POLICY_OPTIONS = [
  'policy',
  'boundary',
  'session',
  'scp',
  'rcp',
  'vpc-endpoint',
  'resource-policy',
  'trust',
] as const;

/** The references of arguments, for `policyReader`. */
export function referencesOf(given: PolicyArguments): readonly PolicyReference[] {
  // Which files they are does not hang on values.
  return POLICY_OPTIONS.flatMap((option) => given[option] ?? []).map((text) => referenceOf(text, {}));
}

/** What bears on the meaning of policies. */
export interface ArgumentSituation {
  /** What a template does not know, by the option that names it. */
  readonly valuesOf: (option: keyof PolicyArguments) => TemplateValues;
  /** Whether the resource is a role that is assumed. */
  readonly isTrust: boolean;
}

/**
 * Reads the policies of the caller and of the resource.
 *
 * @param reader - has their files.
 * @param given - the arguments.
 * @param situation - what else bears on their meaning.
 * @throws CommandError - where one cannot be read.
 */
export function readPolicyArguments(
  reader: PolicyReader,
  given: PolicyArguments,
  { valuesOf, isTrust }: ArgumentSituation,
): GivenPolicies {
  const one = (
    option: keyof PolicyArguments,
    ...[text, layer, type]: [string, LayerKind, PolicyType?]
  ): readonly Policy[] => {
    const reference = referenceOf(text, valuesOf(option));
    return reader.read({ reference, words: `--${option} ${quote(text)}` }, layer, type);
  };
  const list = (
    option: keyof PolicyArguments,
    layer: LayerKind,
    type?: PolicyType,
  ): readonly Policy[] | undefined => {
    const texts = [given[option] ?? []].flat();
    return texts.length === 0 ? undefined : texts.flatMap((text) => one(option, text, layer, type));
  };
  const levels = (option: 'scp' | 'rcp'): readonly (readonly Policy[])[] | undefined =>
    given[option].length === 0 ? undefined : given[option].map((text) => one(option, text, option));
  const trust = given.trust === undefined ? [] : one('trust', given.trust, 'resource', 'trust');
  return {
    set: {
      identity: list('policy', 'identity') ?? [],
      boundary: list('boundary', 'boundary'),
      session: list('session', 'session'),
      scps: levels('scp'),
      rcps: levels('rcp'),
      vpcEndpoint: list('vpc-endpoint', 'vpcEndpoint'),
      resource: list('resource-policy', 'resource', isTrust ? 'trust' : undefined),
    },
    trust: single(trust, '--trust'),
  };
}

function single(policies: readonly Policy[], option: string): Policy | undefined {
  if (policies.length > 1) throw new CommandError(`\`${option}\` leads to more than one policy`);
  return policies[0];
}
