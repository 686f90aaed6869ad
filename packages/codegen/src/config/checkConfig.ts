import { closestNames } from '@policywright/catalog';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import type { Diagnostic, Range } from '../diagnostic/diagnostic.ts';
import type { GenerateConfig, PolicywrightConfig } from './generateConfig.ts';

/** Where a configuration came from, for diagnostics. */
export interface ConfigSource {
  readonly file: string;
  /** Finds the text of the value at a JSON pointer; with `key`, of its name. */
  locate(pointer: string, key?: 'key'): Range | undefined;
}

/** A configuration as far as it is right. */
export interface CheckedConfig {
  readonly config: Pick<PolicywrightConfig, 'generate'>;
  /** What the entry `lint` holds, as it is written: `policywright lint` checks it. */
  readonly lint?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

type ValueKind = 'text' | 'texts' | 'flag';

const GENERATE_KEYS: Readonly<Record<keyof GenerateConfig, ValueKind>> = {
  services: 'texts',
  fromUsage: 'texts',
  out: 'text',
  index: 'flag',
  jsonSchema: 'flag',
};

const EXPECTED: Readonly<Record<ValueKind, string>> = {
  text: 'a text that is not empty',
  texts: 'a list of texts',
  flag: '`true` or `false`',
};

/**
 * Checks a value that was read as a configuration.
 *
 * @param value - anything.
 * @returns the entries that are right, and a diagnostic for each that is not.
 */
export function checkConfig(value: unknown, source: ConfigSource): CheckedConfig {
  if (!isObject(value)) {
    const message = `the configuration is ${describe(value)}, expected an object`;
    const help = 'write it as `{ "generate": { "services": ["ecs"], "out": "src/iam" } }`';
    const details = { file: source.file, range: source.locate(''), help };
    return { config: {}, diagnostics: [diagnostic('invalid-config-value', message, details)] };
  }
  const diagnostics = unknownKeys(value, ['$schema', 'generate', 'lint'], { source, pointer: '' });
  const { generate, lint } = value;
  if (generate === undefined) return { config: {}, lint, diagnostics };
  if (!isObject(generate)) {
    const message = `\`generate\` is ${describe(generate)}, expected an object`;
    const details = { path: '/generate', file: source.file, range: source.locate('/generate') };
    return {
      config: {},
      lint,
      diagnostics: [...diagnostics, diagnostic('invalid-config-value', message, details)],
    };
  }
  const checked = checkGenerate(generate, source);
  return {
    config: { generate: checked.entries },
    lint,
    diagnostics: [...diagnostics, ...checked.diagnostics],
  };
}

function checkGenerate(
  value: Readonly<Record<string, unknown>>,
  source: ConfigSource,
): { readonly entries: Partial<GenerateConfig>; readonly diagnostics: readonly Diagnostic[] } {
  const pointer = '/generate';
  const diagnostics = unknownKeys(value, Object.keys(GENERATE_KEYS), { source, pointer });
  const entries: Record<string, unknown> = {};
  for (const [key, kind] of Object.entries(GENERATE_KEYS)) {
    const entry = value[key];
    if (entry === undefined) continue;
    if (isOfKind(entry, kind)) {
      entries[key] = entry;
      continue;
    }
    const path = `${pointer}/${key}`;
    const message = `\`${key}\` is ${describe(entry)}, expected ${EXPECTED[kind]}`;
    diagnostics.push(
      diagnostic('invalid-config-value', message, { path, file: source.file, range: source.locate(path) }),
    );
  }
  return { entries, diagnostics };
}

function unknownKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  { source, pointer }: { readonly source: ConfigSource; readonly pointer: string },
): Diagnostic[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const [closest] = closestNames(key, known);
      const path = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return diagnostic('unknown-config-key', `no configuration key is called \`${key}\``, {
        path,
        file: source.file,
        range: source.locate(path, 'key'),
        help: closest === undefined ? `known are ${known.join(', ')}` : `did you mean \`${closest}\`?`,
      });
    });
}

function isOfKind(value: unknown, kind: ValueKind): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'text') return isText(value);
  return Array.isArray(value) && value.every(isText);
}

/** A line break would end the comment that repeats the arguments. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !/[\n\r]/.test(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null) return '`null`';
  if (Array.isArray(value))
    return value.every(isText) ? 'a list' : 'a list with something else than texts in it';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `\`${JSON.stringify(value)}\``;
  if (typeof value === 'number' || typeof value === 'boolean') return `\`${value}\``;
  return `a ${typeof value}`;
}
