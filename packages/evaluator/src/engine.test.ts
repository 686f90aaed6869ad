import { ContextReader } from '@policywright/conditions';
import { expect, it } from 'vitest';
import { ALICE, OBJECT, policyOf } from './_testing/decideWith.ts';
import {
  CompiledPrincipal,
  CompiledResource,
  Concluder,
  countedGrades,
  GRADE,
  joinSides,
  outcomeOnResource,
  partsOf,
  RequestReader,
  SETTLEMENTS,
} from './engine.ts';
import { compile } from './index.ts';

it('gives the parts from which a decision can be made again', () => {
  const identity = [policyOf([{ Action: 's3:*' }, { Effect: 'Deny', Action: 's3:Delete*' }])];
  const sides = {
    principal: new CompiledPrincipal({ principal: ALICE, identity }),
    resource: new CompiledResource({ resource: OBJECT }),
    endpoint: undefined,
  };
  const set = joinSides(partsOf(sides));
  const reader = new ContextReader(set.keys);
  const requests = new RequestReader(set);
  for (const action of ['s3:GetObject', 's3:DeleteObject', 'sqs:SendMessage']) {
    const request = { principal: ALICE, action, resource: OBJECT };
    reader.load(undefined);
    const question = requests.read(request, reader);
    const { always } = question.entry.tree;
    const applying = always.filter(
      (one) => countedGrades(one, outcomeOnResource(one, { ...question, reader })) !== GRADE.none,
    );
    const settlement = applying.some(({ deny }) => deny)
      ? SETTLEMENTS['explicit-deny']
      : new Concluder(set).conclude(question, {
          grades: GRADE.none,
          owner: undefined,
          allows: (layer) => applying.some(({ layerIndex }) => layerIndex === layer),
        });
    expect(settlement.decision).toBe(compile({ identity }).decide(request));
  }
});
