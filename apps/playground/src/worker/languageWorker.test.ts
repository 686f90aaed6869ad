import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '@policywright/evaluator';
import { readScenarios } from '@policywright/scenario';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { assemble } from '../model/decided.ts';
import { readRequest } from '../model/readForm.ts';
import { pageOf, type PageContents } from '../share/scenarioFile.ts';
import { DECISION_CODES, type Answer, type Call, type LanguageApi } from './languageApi.ts';

const FOLDERS = ['../../../../tooling/conformance/scenarios/', '../../../../examples/'];
const FILES = FOLDERS.flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const);
});

/** The worker's own listener, with what it posts: a message is copied on either way, as between threads. */
let send: (call: Call) => void;
const waiting = new Map<number, (answer: Answer) => void>();

beforeAll(async () => {
  vi.stubGlobal('addEventListener', (type: string, listen: (event: { readonly data: Call }) => void) => {
    expect(type).toBe('message');
    send = (call) => {
      listen({ data: structuredClone(call) });
    };
  });
  vi.stubGlobal('postMessage', (answer: Answer) => {
    waiting.get(answer.id)?.(structuredClone(answer));
    waiting.delete(answer.id);
  });
  await import('./languageWorker.ts');
});

afterAll(() => {
  vi.unstubAllGlobals();
});

let calls = 0;

async function ask<Name extends keyof LanguageApi>(
  method: Name,
  ...args: Parameters<LanguageApi[Name]>
): Promise<Awaited<ReturnType<LanguageApi[Name]>>> {
  const id = ++calls;
  const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
  send({ id, method, args });
  const { value, error } = await answer;
  if (error !== undefined) throw new Error(error);
  return value as Awaited<ReturnType<LanguageApi[Name]>>;
}

function opened(contents: PageContents | string): PageContents {
  if (typeof contents === 'string') throw new Error(contents);
  return contents;
}

describe.each(FILES)('%s, as the page asks the worker', (name, text) => {
  test('is a list of scenarios, each decided as it expects', async () => {
    const answer = await ask('openText', name, text);
    if (answer.kind !== 'scenarios') throw new Error(`opened as ${answer.kind}`);
    const { scenarios } = readScenarios(text);
    expect(answer.scenarios.map(({ id }) => id)).toEqual(scenarios.map(({ id }) => id));
    for (const { id, expected, actual, passed, error } of answer.scenarios) {
      expect([id, actual, passed, error]).toEqual([id, expected, true, undefined]);
      expect([id, typeof expected]).toEqual([id, 'string']);
    }
  });

  test('has the decision of the page in the heat map of all actions', async () => {
    const [reading] = readScenarios(text).scenarios;
    if (!reading?.ok) throw new Error('the scenario cannot be read');
    const { slots, request, flags } = opened(pageOf(reading));
    const { resource } = request;
    const matrix = await ask('matrix', { slots, request, flags, resources: [resource] });
    const workspace = assemble(slots, { flags, request });
    if (!workspace.ok || matrix === undefined) throw new Error('unreadable');
    const { decide } = compile({ ...workspace.policies, flags });
    expect(matrix.resources).toEqual([resource]);
    // Every action of one service, and every hundredth of the others.
    const [prefix = ''] = request.action.split(':');
    const shown = matrix.actions.flatMap((action, place) => {
      if (!action.startsWith(`${prefix}:`) && place % 100 > 0) return [];
      return [[action, DECISION_CODES[matrix.decisions[0]?.[place] ?? -1]] as const];
    });
    expect(shown.length).toBeGreaterThan(100);
    const asked = readRequest({ ...request, resource });
    expect(shown).toEqual(shown.map(([action]) => [action, decide({ ...asked, action })]));
  });
});

test('what fails is told, and the worker answers on', async () => {
  await expect(ask('openText', 'a.json', undefined as unknown as string)).rejects.toThrow();
  await expect(ask('describePattern', 'ecs:Run*')).resolves.toMatchObject({
    count: 1,
    first: ['ecs:RunTask'],
  });
});
