import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const PAGE = readFileSync(join(import.meta.dirname, '../pages/guide/audit-many-machines.md'), 'utf8');

function blockOf(name: string): string {
  const [, text] =
    new RegExp(`^\`\`\`\\w+ \\[${name.replaceAll('.', '\\.')}\\]\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(PAGE) ??
    [];
  if (text === undefined) throw new Error(`the page has no ${name}`);
  return text;
}

type Environment = Readonly<Record<string, string>>;

/** What a shell makes of the `--shard` of a command line in each of several environments. */
function shardsOf(line: string, environments: readonly Environment[]): readonly string[] {
  const print = line.replace(/^npx /, 'printf "%s " ');
  const scripts = environments.map((variables) => {
    const set = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    return `(${[...set, print].join('; ')}); echo`;
  });
  const printed = execFileSync('sh', ['-c', scripts.join('\n')], { encoding: 'utf8' });
  return printed
    .trimEnd()
    .split('\n')
    .map((words) => /--shard (\S+)/.exec(words)?.[1] ?? '');
}

function partsOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
}

/** Indexes as AWS Batch and Kubernetes count them. */
function indexesOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

describe.skipIf(process.platform === 'win32')('each manifest runs every part once', () => {
  test('GitHub Actions', () => {
    const { jobs } = parse(blockOf('audit.github.yml')) as {
      readonly jobs: {
        readonly part: {
          readonly strategy: { readonly matrix: { readonly part: readonly number[] } };
          readonly steps: readonly { readonly run?: string }[];
        };
        readonly merge: { readonly needs: string };
      };
    };
    const { part } = jobs.part.strategy.matrix;
    const line = jobs.part.steps.find(({ run }) => run !== undefined)?.run ?? '';
    const shards = part.flatMap((number) =>
      shardsOf(line.replaceAll('${{ matrix.part }}', String(number)), [{}]),
    );
    expect(shards).toEqual(partsOf(part.length));
    expect(jobs.merge.needs).toBe('part');
  });

  test('AWS Batch, which counts from 0', () => {
    const { containerProperties } = JSON.parse(blockOf('batch-definition.json')) as {
      readonly containerProperties: { readonly command: readonly string[] };
    };
    const { arrayProperties } = JSON.parse(blockOf('batch-job.json')) as {
      readonly arrayProperties: { readonly size: number };
    };
    const { size } = arrayProperties;
    const [shell, option, line = ''] = containerProperties.command;
    expect([shell, option]).toEqual(['sh', '-c']);
    const environments = indexesOf(size).map((index) => ({
      AWS_BATCH_JOB_ARRAY_INDEX: index,
      AWS_BATCH_JOB_ARRAY_SIZE: String(size),
    }));
    expect(shardsOf(line, environments)).toEqual(partsOf(size));
  });

  test('Kubernetes, which counts from 0', () => {
    const { spec } = parse(blockOf('audit.kubernetes.yaml')) as {
      readonly spec: {
        readonly completionMode: string;
        readonly completions: number;
        readonly template: {
          readonly spec: { readonly containers: readonly { readonly args: readonly string[] }[] };
        };
      };
    };
    expect(spec.completionMode).toBe('Indexed');
    const line = spec.template.spec.containers[0]?.args[0] ?? '';
    const environments = indexesOf(spec.completions).map((index) => ({ JOB_COMPLETION_INDEX: index }));
    expect(shardsOf(line, environments)).toEqual(partsOf(spec.completions));
  });

  test('Step Functions, whose items count from 1', () => {
    const { States } = JSON.parse(blockOf('step-functions.json')) as {
      readonly States: {
        readonly Number: { readonly Parameters: { readonly 'parts.$': string } };
        readonly Audit: {
          readonly ItemsPath: string;
          readonly ItemSelector: { readonly 'part.$': string };
          readonly ItemProcessor: { readonly ProcessorConfig: { readonly Mode: string } };
        };
      };
    };
    const [, first, last, step] =
      /^States\.ArrayRange\((\d+), (\d+), (\d+)\)$/.exec(States.Number.Parameters['parts.$']) ?? [];
    const { ItemsPath, ItemSelector, ItemProcessor } = States.Audit;
    expect([first, step, ItemsPath, ItemProcessor.ProcessorConfig.Mode]).toEqual([
      '1',
      '1',
      '$.parts',
      'DISTRIBUTED',
    ]);
    expect(ItemSelector['part.$']).toBe(`States.Format('{}/${last}', $$.Map.Item.Value)`);
    const [, words = ''] =
      /"Command\.\$": "States\.Array\((.*)\)"/.exec(blockOf('step-functions.json')) ?? [];
    expect(words.split(', ').slice(-2)).toEqual(["'--shard'", '$.part']);
  });
});
