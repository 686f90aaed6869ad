import { readdirSync, readFileSync } from 'node:fs';
import { compile, type Decision, type Request } from '@policywright/evaluator';
import { readScenarios, type Scenario } from '@policywright/scenario';
import { describe, expect, test } from 'vitest';
import { assemble } from '../model/decided.ts';
import { readForm } from '../model/readForm.ts';
import { fromPageText, toPageText } from './pageLink.ts';
import { pageOf, toScenario, type PageContents } from './scenarioFile.ts';

const FOLDERS = ['../../../../tooling/conformance/scenarios/', '../../../../examples/'];
const FILES = FOLDERS.flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const);
});

/** The request and the flags; the form has texts where a scenario may have numbers and booleans. */
function asked({ request, policies }: Pick<Scenario, 'request' | 'policies'>): object {
  const { context = {}, ...rest } = request;
  const keys = Object.entries(context).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(String) : String(value),
  ]);
  return { ...rest, context: Object.fromEntries(keys), flags: policies.flags ?? {} };
}

/** Decides what is on the page, without the keys that it derives. */
function decided(contents: PageContents): Decision | 'unreadable' {
  const workspace = assemble(contents.slots, contents);
  const request: Request = readForm(contents.request);
  if (!workspace.ok) return 'unreadable';
  return compile({ ...workspace.policies, flags: contents.flags }).decide(request);
}

function opened(contents: PageContents | string): PageContents {
  if (typeof contents === 'string') throw new Error(contents);
  return contents;
}

function only(text: string): Scenario {
  const [reading] = readScenarios(text).scenarios;
  if (!reading?.ok || reading.asks !== 'action') throw new Error('the scenario cannot be read');
  return reading.scenario;
}

test('there are scenarios to open', () => {
  const count = FILES.reduce((sum, [, text]) => sum + readScenarios(text).scenarios.length, 0);
  expect(count).toBeGreaterThan(1500);
});

describe.each(FILES)('%s', (_, text) => {
  const { scenarios } = readScenarios(text);

  test('each scenario is opened, decided as it expects, and saved with the same request and flags', () => {
    for (const reading of scenarios) {
      const contents = opened(pageOf(reading));
      if (!reading.ok || reading.asks !== 'action') throw new Error(JSON.stringify(reading));
      const { id, expected } = reading.scenario;
      expect([id, decided(contents)]).toEqual([id, expected]);
      const saved = only(JSON.stringify(toScenario(contents)));
      expect([id, asked(saved)]).toEqual([id, asked(reading.scenario)]);
      expect([id, compile(saved.policies).decide(saved.request)]).toEqual([id, expected]);
    }
  });

  test('each is the same in a permalink', () => {
    for (const reading of scenarios) {
      const contents = opened(pageOf(reading));
      const linked = opened(fromPageText(toPageText(contents)));
      expect({ ...linked, slots: [] }).toEqual({ ...contents, slots: [] });
      expect(linked.slots.map(({ text: document }) => document)).toEqual(
        contents.slots.map(({ text: document }) => document),
      );
    }
  });
});
