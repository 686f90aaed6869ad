import { getService } from '@policywright/catalog';
import { lintText } from '@policywright/lint';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS, SEED } from './check.ts';
import { loadGenerated } from './loadGenerated.ts';
import { Chooser } from './rearrange.ts';
import { TypeChecker } from './typeCheck.ts';
import { TypedStatements, type TypedStatement } from './typedStatements.ts';

const SERVICES = ['dynamodb', 'ec2', 'ecs', 'iam', 'kms', 'lambda', 's3', 'sqs'];

/** Statements of one program, since the compiler takes long to begin. */
const BATCH = 200;

const generated = await loadGenerated(SERVICES);
const statements = new TypedStatements(
  SERVICES.flatMap((prefix) => getService(prefix) ?? []),
  generated,
);
const checker = new TypeChecker(generated.texts);
const IMPORTS = [
  ...SERVICES.map((service) => `import * as ${service} from './${service}.js';`),
  `import { ${Object.keys(generated.exports.get('runtime') ?? {}).join(', ')} } from './runtime.js';`,
];

/** The compiler's messages for each statement. */
function compile(batch: readonly TypedStatement[]): readonly (readonly string[])[] {
  return checker.check([...IMPORTS, ...batch.map(({ code }) => `${code};`)]).slice(IMPORTS.length);
}

function errorsOf(statement: unknown): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const { findings } = lintText(text, { type: 'identity', minimumSeverity: 'error' });
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

test('20: a statement that type-checks draws no error from lint, and one with a mistake does not type-check', () => {
  const end = performance.now() + (RUNS <= 1000 ? 20_000 : Infinity);
  const accepted: TypedStatement[] = [];
  const mistakes = new Set<string>();
  for (let batch = 0; batch * BATCH < RUNS && performance.now() < end; batch += 1) {
    const seeds = fc.sample(fc.nat(), { numRuns: BATCH, seed: SEED + batch });
    const made = seeds.map((seed) => statements.make(new Chooser(seed)));
    for (const [index, messages] of compile(made).entries()) {
      const statement = made[index];
      if (statement === undefined) continue;
      const { code, mistake } = statement;
      if (mistake !== undefined) mistakes.add(mistake);
      const verdict = { code, mistake, messages: mistake === undefined ? messages : messages.length > 0 };
      expect(verdict).toEqual({ code, mistake, messages: mistake === undefined ? [] : true });
      if (mistake === undefined) accepted.push(statement);
    }
  }
  const wrong = accepted.flatMap(({ code, run }) => {
    const errors = errorsOf(run());
    return errors.length === 0 ? [] : [{ code, errors }];
  });
  expect(wrong).toEqual([]);
  expect(mistakes.size).toBe(6);
});
