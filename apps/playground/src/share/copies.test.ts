import { Script } from 'node:vm';
import { policySetOf, readScenarios, requestOf, runScenarios } from '@policywright/scenario';
import { expectAllowed, expectDenied } from '@policywright/testing/matchers';
import { expect, test } from 'vitest';
import { explanation } from '../model/decided.ts';
import { request, setRequest, setText, slots, title } from '../model/state.ts';
import { commandText, scenarioText, vitestText } from './copies.ts';
import { EXAMPLES } from './examples.ts';
import { showPage } from './page.ts';

/** Runs the text of a test as vitest would. */
function runTest(text: string): readonly string[] {
  const code = text.replaceAll(/^import .*$/gm, '').replace(' as const;', ';');
  const ran: string[] = [];
  const test_ = (name: string, body: () => void): void => {
    body();
    ran.push(name);
  };
  const given = { policySetOf, requestOf, expectAllowed, expectDenied, test: test_ };
  const run = new Script(`(({ ${Object.keys(given).join(', ')} }) => { ${code} })`).runInThisContext() as (
    values: typeof given,
  ) => void;
  run(given);
  return ran;
}

test.each(EXAMPLES)('$name is decided so wherever it is copied to', (example) => {
  const name = example.title;
  showPage(example.open());
  const { scenarios } = readScenarios(scenarioText());
  expect(runScenarios([{ file: 'x', text: '', scenarios, diagnostics: [] }])).toMatchObject({
    total: 1,
    passed: 1,
  });
  expect(runTest(vitestText() ?? '')).toEqual([name]);
  const [, document] =
    /^npx policywright evaluate - <<'SCENARIO'\n(.*)SCENARIO\n$/s.exec(commandText()) ?? [];
  expect(document).toBe(scenarioText());
});

test('what the page completes is in the copy where the decision hangs on it', () => {
  showPage(EXAMPLES[0]?.open() ?? { title: '', slots: [], request: request.value, flags: {} });
  const [slot] = slots.value;
  setRequest({ principal: 'arn:aws:iam::111122223333:user/alice', action: 'ecs:RunTask', resource: '*' });
  const Condition = { StringEquals: { 'aws:username': 'alice' } };
  const Statement = { Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*', Condition };
  setText(slot?.id ?? '', JSON.stringify({ Version: '2012-10-17', Statement }));
  expect(explanation.value?.decision).toBe('Allow');
  expect(runTest(vitestText() ?? '')).toHaveLength(1);
  expect(scenarioText()).toContain('"aws:username": "alice"');
});

test('text of others cannot end the document of the command, or show as something else', () => {
  showPage(EXAMPLES[0]?.open() ?? { title: '', slots: [], request: request.value, flags: {} });
  title.value = 'SCENARIO\n; rm -rf ~ \u202e \u001b[2J';
  setRequest({ action: "x'\nSCENARIO\n$(true)`" });
  const lines = commandText().split('\n');
  expect(lines.filter((line) => line === 'SCENARIO')).toHaveLength(1);
  for (const text of [commandText(), vitestText()])
    for (const hidden of ['\u202e', '\u001b']) expect(text).not.toContain(hidden);
});

test('there is no test while there is no decision', () => {
  showPage(EXAMPLES[0]?.open() ?? { title: '', slots: [], request: request.value, flags: {} });
  setText(slots.value[0]?.id ?? '', '{');
  expect(vitestText()).toBeUndefined();
});
