import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { PEERS } from './_testing/peers.ts';

let outputs: Metafile['outputs'] = {};
beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: join(import.meta.dirname, '..'),
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@policywright/source'],
    external: ['@policywright/*', 'yaml', ...PEERS],
  });
  outputs = metafile.outputs;
});

/** The packages that are loaded with an output, without those that it may load later. */
function loadedWith(path: string, seen = new Set<string>()): Set<string> {
  for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || seen.has(next)) continue;
    seen.add(next);
    if (external !== true) loadedWith(next, seen);
  }
  return new Set(
    [...seen].filter((name) => name.startsWith('@policywright/') || ['ts-morph', 'yaml'].includes(name)),
  );
}

function outputOf(entryPoint: string): string {
  const found = Object.entries(outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (found === undefined) throw new Error(`there is no ${entryPoint}`);
  return found[0];
}

describe('a command loads no more than it needs', () => {
  test('the program by itself loads no package, so that --version and --help are quick', () => {
    expect(loadedWith(outputOf('src/main.ts'))).toEqual(new Set());
  });

  test('evaluate and test load neither the catalog nor the generator', () => {
    for (const command of ['evaluate', 'test']) {
      const loaded = loadedWith(outputOf(`src/commands/${command}.ts`));
      expect(loaded).toContain('@policywright/evaluator');
      expect(loaded).not.toContain('@policywright/catalog');
      expect(loaded).not.toContain('@policywright/codegen');
    }
  });

  test('explain loads neither the catalog nor the linter', () => {
    const loaded = loadedWith(outputOf('src/commands/explain.ts'));
    expect(loaded).toContain('@policywright/evaluator');
    expect(loaded).not.toContain('@policywright/catalog');
    expect(loaded).not.toContain('@policywright/lint');
  });

  test('only lint loads the linter, and not YAML before a file is in it', () => {
    const loaded = loadedWith(outputOf('src/commands/lint.ts'));
    expect(loaded).toContain('@policywright/lint');
    expect(loaded).not.toContain('yaml');
    for (const command of ['evaluate', 'test', 'catalog'])
      expect(loadedWith(outputOf(`src/commands/${command}.ts`))).not.toContain('@policywright/lint');
  });

  test('only commands that prove load the analyzer, and none the linter before a format needs it', () => {
    expect(loadedWith(outputOf('src/commands/diff.ts'))).toContain('@policywright/analyzer');
    for (const command of ['diff', 'prove', 'dead', 'effective']) {
      const loaded = loadedWith(outputOf(`src/commands/${command}.ts`));
      expect(loaded).not.toContain('@policywright/lint');
      expect(loaded).not.toContain('@policywright/analyzer/aws');
      expect(loaded).not.toContain('yaml');
    }
    for (const command of ['evaluate', 'test', 'lint'])
      expect(loadedWith(outputOf(`src/commands/${command}.ts`))).not.toContain('@policywright/analyzer');
  });

  test('nothing loads the generator before generate runs, nor ts-morph before it is needed', () => {
    for (const path of Object.keys(outputs)) {
      expect(loadedWith(path)).not.toContain('@policywright/codegen');
      expect(loadedWith(path)).not.toContain('ts-morph');
    }
  });
});
