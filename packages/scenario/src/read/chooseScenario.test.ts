import { expect, test } from 'vitest';
import { chooseScenario } from './chooseScenario.ts';
import { readScenarios } from './readScenarios.ts';

const named = (...ids: readonly string[]): ReturnType<typeof readScenarios> =>
  readScenarios(JSON.stringify(ids.map((id) => ({ id }))));

test('a lone scenario needs no id, one of several does', () => {
  expect(chooseScenario(named('a'))).toMatchObject({ ok: true, reading: { id: 'a' } });
  expect(chooseScenario(named('a', 'b'), 'b')).toMatchObject({
    ok: true,
    reading: { id: 'b', pointer: '/1' },
  });
});

test.each([
  ['empty', named(), undefined],
  ['empty', named(), 'a'],
  ['several', named('a', 'b'), undefined],
  ['unknown-id', named('a', 'b'), 'c'],
  ['unknown-id', named('a'), 'c'],
  ['repeated-id', named('a', 'b', 'a'), 'a'],
])('%s', (problem, file, id) => {
  const ids = file.scenarios.map((scenario) => scenario.id);
  expect(chooseScenario(file, id)).toEqual({ ok: false, problem, ids });
});
