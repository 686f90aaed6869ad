import { expect, test } from 'vitest';
import { actionScenario } from '../read/actionScenario.ts';
import { readScenarios } from '../read/readScenarios.ts';
import { deriveScenarios } from './deriveScenario.ts';

test('derives the keys that the request tells, and keeps those that are given', () => {
  const file = readScenarios(
    JSON.stringify([
      {
        id: 'a',
        principal: 'arn:aws:iam::111122223333:user/ada',
        action: 's3:GetObject',
        resource: '*',
        context: { 'aws:username': 'given' },
        policies: {},
      },
      { id: 'unreadable' },
    ]),
  );
  const [readable, unreadable] = deriveScenarios(file).scenarios;
  expect(actionScenario(readable)?.request.context).toMatchObject({
    'aws:username': 'given',
    'aws:PrincipalAccount': '111122223333',
  });
  expect(unreadable).toBe(file.scenarios[1]);
});
