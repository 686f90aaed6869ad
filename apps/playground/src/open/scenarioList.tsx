import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { visible } from '@policywright/policy/text';
import type { OpenedScenario } from '../worker/opening/openApi.ts';
import { showScenario } from './chosen.ts';
import { FilteredList } from './filteredList.tsx';
import type { Listing } from './listing.ts';

type Scenarios = Extract<Listing, { kind: 'scenarios' }>;

/** The scenarios of a file, each with what is expected and what the policies decide. */
export function ScenarioList({ of }: { readonly of: Scenarios }): VNode {
  const [chosen, choose] = useState(0);
  const { scenarios, text } = of;
  const failed = scenarios.filter(({ passed }) => passed === false).length;
  const passed = scenarios.filter(({ passed: isPassed }) => isPassed === true).length;
  const entries = scenarios.map((scenario, index) => ({ scenario, index }));
  return (
    <>
      <p class="note" role="status">
        {scenarios.length} scenarios: {passed} {passed === 1 ? 'passes' : 'pass'}, {failed}{' '}
        {failed === 1 ? 'fails' : 'fail'}
        {passed + failed < scenarios.length &&
          `, ${String(scenarios.length - passed - failed)} expect nothing`}
        .
      </p>
      <FilteredList
        label="Find a scenario"
        entries={entries}
        textOf={({ scenario: { id, title } }) => `${id} ${title}`}
        keyOf={({ index }) => String(index)}
        view={({ scenario, index }) => (
          <button
            type="button"
            class={`entry ${STATES[String(scenario.passed)] ?? ''}`}
            aria-pressed={chosen === index}
            onClick={() => {
              choose(index);
              showScenario(text, index);
            }}
          >
            <Scenario of={scenario} />
          </button>
        )}
      />
    </>
  );
}

const STATES: Readonly<Record<string, string>> = { true: 'passed', false: 'failed' };

function Scenario({ of }: { readonly of: OpenedScenario }): VNode {
  const { id, title, expected, actual, passed, error } = of;
  return (
    <>
      <span class="sign">
        <span aria-hidden="true">{passed === undefined ? '○' : passed ? '✓' : '✗'}</span>
        <span class="visually-hidden">{passed === undefined ? '' : passed ? 'passes: ' : 'fails: '}</span>
      </span>
      <span class="entry-name">{visible(title === '' ? id : title)}</span>
      <small>
        {error !== undefined
          ? visible(error)
          : expected === undefined
            ? 'expects nothing'
            : passed === true
              ? expected
              : `expects ${expected}, is ${actual ?? 'not decided'}`}
      </small>
    </>
  );
}
