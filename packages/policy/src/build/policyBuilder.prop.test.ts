import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePolicy } from '../read/parsePolicy.ts';
import type { Effect } from '../model/policy.ts';
import { OPERATOR_NAMES } from '../model/conditionOperator.ts';
import type { ConditionOperatorText } from './conditionText.ts';
import { policy, type StatementsByType } from './policyBuilder.ts';
import {
  allow,
  allowAllExcept,
  deny,
  denyAllExcept,
  type NewStatement,
  type StatementBuilder,
  type StatementState,
} from './statementBuilder.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('*', 's3:Get*', '', '${', '${*}', '__proto__', 'constructor', '"\\', 'arn:aws:s3:::b/*'),
);
const texts = fc.array(text, { minLength: 1, maxLength: 3 });
/** SCPs and RCPs take no ARN of fewer than six fields (rule S52). */
const resources = fc.array(
  fc.oneof(
    fc.constant('*'),
    text.map((end) => `arn:aws:s3:::${end}`),
  ),
  { minLength: 1, maxLength: 3 },
);
const people = fc.record({
  AWS: texts,
  Service: fc.oneof(text, texts),
  CanonicalUser: fc.array(text, { maxLength: 1 }),
});

const operators = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(...OPERATOR_NAMES),
    fc.constantFrom('', 'IfExists'),
  )
  .map(([before, name, after]): ConditionOperatorText =>
    name === 'Null' ? name : `${before}${name}${after}`,
  );
const conditions = fc.uniqueArray(fc.tuple(operators, text, texts), {
  maxLength: 4,
  selector: ([operator, key]) => `${operator} ${key}`,
});

const labels = fc.option(text, { nil: undefined });

function finished<State extends StatementState>(
  statement: StatementBuilder<State>,
  [tests, sid]: readonly [
    readonly (readonly [ConditionOperatorText, string, readonly string[]])[],
    string | undefined,
  ],
): StatementBuilder<State> {
  // The values of typed operators are texts here, which is worse than what the type checker lets pass.
  const tested = tests.reduce(
    (grown, [operator, key, values]) => grown.when(operator as 'StringEquals', key, values),
    statement,
  );
  return sid === undefined ? tested : tested.sid(sid);
}

const ending = fc.tuple(conditions, labels);
const starts: fc.Arbitrary<NewStatement<Effect, 'listed'>> = fc
  .tuple(fc.constantFrom(allow, deny), texts)
  .map(([start, actions]) => start(actions));
const negatedStarts: fc.Arbitrary<NewStatement<Effect, 'negated'>> = fc
  .tuple(fc.constantFrom(allowAllExcept, denyAllExcept), texts)
  .map(([start, actions]) => start(actions));

const identityStatements: fc.Arbitrary<StatementsByType['identity']> = fc.oneof(
  fc.tuple(starts, resources, ending).map(([start, on, end]) => finished(start.onAllExcept(on), end)),
  fc.tuple(starts, resources, ending).map(([start, on, end]) => finished(start.on(on), end)),
  fc.tuple(negatedStarts, resources, ending).map(([start, on, end]) => finished(start.on(on), end)),
);
const trustStatements: fc.Arbitrary<StatementsByType['trust']> = fc
  .tuple(starts, people, ending)
  .map(([start, who, end]) => finished(start.to(who), end));
const endpointStatements: fc.Arbitrary<StatementsByType['vpcEndpoint']> = fc.oneof(
  fc
    .tuple(starts, people, resources, ending)
    .map(([start, who, on, end]) => finished(start.to(who).on(on), end)),
  fc
    .tuple(texts, people, resources, ending)
    .map(([actions, who, on, end]) => finished(deny(actions).toAllExcept(who).onAllExcept(on), end)),
);
const rcpStatements: fc.Arbitrary<StatementsByType['rcp']> = fc
  .tuple(texts, resources, ending)
  .map(([actions, on, end]) => finished(deny(actions).to('*').on(on), end));

function built(): fc.Arbitrary<{ toText(indent?: number): string; type: Parameters<typeof policy>[0] }> {
  const list = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
    fc.array(value, { maxLength: 3 });
  return fc.oneof(
    ...(['identity', 'boundary', 'session', 'scp'] as const).map((type) =>
      list(identityStatements).map((all) => policy(type).statement(...all)),
    ),
    list(trustStatements).map((all) => policy('trust').statement(...all)),
    list(fc.oneof(trustStatements, endpointStatements)).map((all) => policy('resource').statement(...all)),
    fc.tuple(list(endpointStatements), text).map(([all, id]) =>
      policy('vpcEndpoint')
        .statement(...all)
        .id(id),
    ),
    list(rcpStatements).map((all) => policy('rcp').statement(...all)),
  );
}

test('20: what type-checks parses, under the type that it was built for', () => {
  fc.assert(
    fc.property(built(), fc.nat(2), (builder, indent) => {
      const result = parsePolicy(builder.toText(indent), { type: builder.type });
      expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('building gives the policy that its text parses to', () => {
  fc.assert(
    fc.property(negatedStarts, resources, ending, (start, on, end) => {
      const builder = policy().statement(finished(start.on(on), end));
      const result = parsePolicy(builder.toText(), { type: 'identity' });
      if (!result.ok) throw new Error('expected a policy');
      expect(result.policy.statements).toEqual(builder.toPolicy().statements);
      expect(result.policy.statements[0]?.resource?.values).toEqual([...new Set(on)]);
    }),
  );
});
