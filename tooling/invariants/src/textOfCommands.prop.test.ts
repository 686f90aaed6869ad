import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS, SEED } from './check.ts';
import { hostilePolicy, hostileScenario } from './hostileScenario.ts';
import { hostileFile, hostileText } from './hostileText.ts';
import { attributesOf, commandsOf, expectInert, expectPrintable } from './printedText.ts';
import { runCommand, type Said } from './runCommand.ts';

type Form = 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'markdown';

/** Asserts of each form what a reader of it needs. Standard error is for a terminal in all of them. */
function expectText({ stdout, stderr }: Said, form: Form): void {
  expectPrintable(stderr);
  expect(stderr).not.toContain('internal error');
  if (form === 'github') {
    commandsOf(stdout);
    return;
  }
  expectPrintable(stdout, { tabs: form === 'text' });
  if (stdout === '') return;
  if (form === 'markdown') expectInert(stdout);
  else if (form === 'junit') attributesOf(stdout);
  else if (form !== 'text') expect(() => JSON.parse(stdout) as unknown).not.toThrow();
}

async function checkCommands<Values extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<Values>,
): Promise<void> {
  // Each case runs several commands.
  await fc.assert(property, { numRuns: Math.ceil(RUNS / 5), seed: SEED, interruptAfterTimeLimit: 8_000 });
}

test('25: text stays text in what lint prints', async () => {
  const found = new Set<Form>();
  await checkCommands(
    fc.asyncProperty(hostilePolicy, hostileFile, fc.boolean(), async (document, name, color) => {
      const file = `${name}.json`;
      const files = new Map([[file, JSON.stringify(document)]]);
      for (const form of ['text', 'json', 'sarif', 'github', 'markdown'] as const) {
        const said = await runCommand(['lint', `./${file}`, '--type', 'resource', '--format', form], {
          files,
          color,
        });
        expectText(said, form);
        if (said.exitCode === 1) found.add(form);
      }
    }),
  );
  expect(found.size).toBe(5);
});

test('25: text stays text in what lint prints of a template', async () => {
  await checkCommands(
    fc.asyncProperty(hostilePolicy, hostileText, fc.boolean(), async (document, name, isWhole) => {
      const policy = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } };
      // Also what is no JSON at all.
      const text = isWhole ? JSON.stringify({ Resources: { [name]: policy } }) : name;
      const files = new Map([['t.json', text]]);
      for (const form of ['text', 'json', 'sarif', 'github', 'markdown'] as const)
        expectText(await runCommand(['lint', 't.json', '--format', form], { files }), form);
    }),
  );
});

test('25: text stays text in what evaluate, explain and test print', async () => {
  const decided: number[] = [];
  await checkCommands(
    fc.asyncProperty(hostileScenario, hostileFile, fc.boolean(), async (scenario, name, color) => {
      const file = `${name}.json`;
      const given = { files: new Map([[file, JSON.stringify(scenario)]]), color };
      for (const form of ['text', 'json', 'markdown'] as const) {
        const said = await runCommand(['evaluate', `./${file}`, '--all', '--format', form], given);
        expectText(said, form);
        decided.push(said.exitCode);
      }
      for (const form of ['text', 'json', 'junit', 'github', 'markdown'] as const)
        expectText(await runCommand(['test', `./${file}`, '--warnings', '--format', form], given), form);
      expectText(
        await runCommand(['test', `./${file}`, '--coverage', '--mutate', '--derive'], given),
        'text',
      );
    }),
  );
  expect(decided.filter((code) => code !== 2).length).toBeGreaterThan(decided.length / 3);
});

test('25: text stays text in what explain prints of a message', async () => {
  const scenario = {
    id: 'x',
    principal: 'anonymous',
    action: 's3:GetObject',
    resource: '*',
    policies: { identity: [] },
  };
  const given = { files: new Map([['s.json', JSON.stringify(scenario)]]) };
  await checkCommands(
    fc.asyncProperty(hostileText, hostileText, hostileText, async (who, what, where) => {
      const message = `User: ${who} is not authorized to perform: s3:GetObject on resource: ${what} with an explicit deny in a resource-based policy: ${where}`;
      expectText(await runCommand(['explain', '--error', message]), 'json');
      expectText(await runCommand(['explain', '--error', who]), 'text');
      for (const form of ['text', 'json'] as const)
        expectText(
          await runCommand(['explain', '--error', message, '--scenario', 's.json', '--format', form], given),
          form,
        );
    }),
  );
});

test('25: text stays text where the arguments are wrong', async () => {
  await checkCommands(
    fc.asyncProperty(hostileText, async (text) => {
      for (const argv of [
        [text],
        [`--${text}`],
        ['catalog', text],
        ['catalog', 'action', `s3:${text}`],
        ['catalog', 'actions', text],
        ['catalog', 'keys', text],
        ['catalog', 'arn', `arn:aws:s3:::${text}`],
        ['catalog', 'services', text],
        ['catalog', 'search', text],
        ['catalog', 'permissions', text],
        ['catalog', 'permissions', 's3:PutObject', '--kms-keys', `x${text}`],
        ['lint', text],
        ['lint', 'x.json', '--format', text],
        ['lint', 'x.json', `--${text}`],
        ['lint', 'x.json', '--config', `x${text}`],
        ['test', text, '--coverage-threshold', text],
        ['evaluate', text, '--id', text],
        ['explain', '--error', '-', text],
        ['generate', '--services', `x${text}`, '--out', 'out'],
        ['generate', '--config', `x${text}`],
      ])
        expectText(await runCommand(argv, { stdin: text }), 'text');
    }),
  );
});

test('25: text stays text where a configuration is wrong', async () => {
  await checkCommands(
    fc.asyncProperty(hostileText, hostileText, async (name, value) => {
      for (const config of [
        { [name]: value },
        { rules: { [name]: value } },
        { rules: { 'invalid-action': value }, minimumSeverity: value },
        { ignores: [{ rule: name, reason: value, expires: value }], settings: { [name]: [value] } },
      ])
        for (const file of ['c.json', 'policywright.config.json']) {
          const text = JSON.stringify(file === 'c.json' ? config : { lint: config, [name]: value });
          const files = new Map([
            [file, text],
            ['p.json', '{}'],
          ]);
          expectText(await runCommand(['lint', 'p.json', '--config', file], { files }), 'text');
        }
    }),
  );
});
