import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';
import { FIRST_CONFIG } from './init/startingFiles.ts';
import { blankComments } from '@policywright/policy';

const ROOT = join(import.meta.dirname, '../../../..');

async function validator(name: string): Promise<(text: string) => readonly string[]> {
  const { exitCode, stdout } = await runInMemory(['schema', name]);
  expect(exitCode).toBe(0);
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(stdout) as object);
  return (text) => {
    validate(JSON.parse(blankComments(text)));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}

/** Members of a scenario with a value that no reader takes. */
const WRONG: readonly (readonly [string, object])[] = [
  ['/expected', { expected: 'allow' }],
  ['/principal', { principal: { services: 'a' } }],
  ['/context/aws:a', { context: { 'aws:a': {} } }],
  ['/policies/identity', { policies: { identity: {} } }],
  ['/policies', { policies: { identities: [] } }],
  ['/policies/grants/0/operations/0', { policies: { grants: [{ grantee: 'a', operations: ['decrypt'] }] } }],
  ['/flags', { flags: { rootUser: true } }],
  ['/resourceAccount', { resourceAccount: '123' }],
  ['/operation', { operation: 'ecs' }],
  ['/perhaps', { perhaps: 'no' }],
  ['/world/arn:aws:s3:::b', { world: { 'arn:aws:s3:::b': { tag: {} } } }],
];

describe('the schema of scenarios', () => {
  test('takes every scenario file of the examples', async () => {
    const errorsOf = await validator('scenario');
    const folder = join(ROOT, 'examples');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.scenario\.json$|^[\w-]+\.json$/.test(file),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(errorsOf(text), file).toEqual([]);
    }
  });

  test.each(WRONG)('finds what is wrong at %s', async (path, members) => {
    const errorsOf = await validator('scenario');
    const text = JSON.stringify({ principal: 'anonymous', action: 'a:b', resource: '*', ...members });
    expect(
      errorsOf(text).filter(
        (error) => error.startsWith(`${path} `) || error.startsWith(`${path.replaceAll('/', '~1')} `),
      ),
    ).not.toEqual([]);
  });

  test('names the members that the reader knows, and no others', async () => {
    const { stdout } = await runInMemory(['schema', 'scenario']);
    const schema = JSON.parse(stdout) as { definitions: Record<'scenario' | 'file', { properties: object }> };
    const unknownIn = async (text: string): Promise<readonly string[]> => {
      const { stderr } = await runInMemory(['test', 'x.scenario.json'], {
        files: { 'x.scenario.json': text },
      });
      return stderr.match(/unknown member .*/g) ?? [];
    };
    const names = Object.keys(schema.definitions.scenario.properties);
    const members = (of: readonly string[]): object => Object.fromEntries(of.map((name) => [name, null]));
    expect(await unknownIn(JSON.stringify(members(names)))).toEqual([]);
    const shared = Object.keys(schema.definitions.file.properties).filter((name) => name !== 'scenarios');
    expect(await unknownIn(JSON.stringify({ ...members(shared), scenarios: [] }))).toEqual([]);
    expect(await unknownIn(JSON.stringify({ nothing: 1, principal: 'anonymous' }))).toHaveLength(1);
  });
});

describe('the schema of configurations', () => {
  test('takes what `init` writes, and what the reader takes', async () => {
    const errorsOf = await validator('config');
    expect(errorsOf(FIRST_CONFIG)).toEqual([]);
    const config = {
      lint: {
        rules: { 'resource-star': 'off' },
        ignores: [{ rule: 'resource-star', reason: 'a bucket for all', expires: '2027-01-31' }],
        settings: { scpQuota: 10_240, allowedPrincipals: ['111122223333'] },
      },
      generate: { services: ['ecs'], out: 'src/iam', index: true },
    };
    const text = JSON.stringify(config);
    expect(errorsOf(text)).toEqual([]);
    const files = {
      'policywright.config.json': text,
      'p.json':
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
    };
    expect((await runInMemory(['lint', 'p.json'], { files })).stderr).toBe('');
  });

  test.each([
    ['/lint/rules', { lint: { rules: { 'resource-stars': 'off' } } }],
    ['/lint/rules/resource-star', { lint: { rules: { 'resource-star': 'never' } } }],
    ['/lint/ignores/0', { lint: { ignores: [{ rule: 'resource-star' }] } }],
    ['/lint/settings/scpQuota', { lint: { settings: { scpQuota: -1 } } }],
    ['/generate/services', { generate: { services: 'ecs' } }],
    ['', { linter: {} }],
  ])('finds what is wrong at `%s`, as the reader does', async (path, config) => {
    const errorsOf = await validator('config');
    expect(errorsOf(JSON.stringify(config)).filter((error) => error.startsWith(`${path} `))).not.toEqual([]);
    const files = { 'policywright.config.json': JSON.stringify(config), 'p.json': '{}' };
    const command = path.startsWith('/generate') ? ['generate'] : ['lint', 'p.json'];
    expect((await runInMemory(command, { files })).stderr).toContain('policywright.config.json');
  });
});
