import { ContextReader } from '@policywright/conditions';
import { expect, test } from 'vitest';
import { ALICE, OBJECT, policyOf } from './_testing/decideWith.ts';
import {
  CompiledPrincipal,
  countedGrades,
  GRADE,
  readCaller,
  settle,
  SETTLEMENTS,
  statementOutcome,
} from './engine.ts';
import { compile } from './index.ts';

test('gives the parts from which a decision can be made again', () => {
  const identity = [policyOf([{ Action: 's3:*' }, { Effect: 'Deny', Action: 's3:Delete*' }])];
  const { side } = new CompiledPrincipal({ principal: ALICE, identity });
  const reader = new ContextReader(side.keys);
  reader.load(undefined);
  const statements = side.layers.flatMap((layer) => layer.statements);
  for (const action of ['s3:GetObject', 's3:DeleteObject', 'sqs:SendMessage']) {
    const asked = { resource: OBJECT, principalResource: undefined, facts: undefined, reader };
    const applying = statements.filter(
      (one) => countedGrades(one, statementOutcome(one, action.toLowerCase(), asked)) !== GRADE.none,
    );
    const settlement = applying.some(({ deny }) => deny)
      ? SETTLEMENTS['explicit-deny']
      : settle({
          caller: readCaller(ALICE),
          sameAccount: true,
          samePartition: true,
          resourcePolicyKind: undefined,
          resourcePolicyGiven: false,
          needsBothSides: false,
          federatedByRoot: false,
          grant: 'none',
          grades: GRADE.none,
          identityAllows: applying.length > 0,
          boundaryAllows: true,
          hasSession: false,
          sessionAllows: false,
        });
    expect(settlement.decision).toBe(
      compile({ identity }).decide({ principal: ALICE, action, resource: OBJECT }),
    );
  }
});
