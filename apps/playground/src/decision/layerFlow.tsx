import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { CONDITION_REASONS, type ConditionOutcome } from '@policywright/conditions';
import type { Explanation, LayerReport, StatementReport } from '@policywright/evaluator';
import { workspace } from '../model/decided.ts';
import { mark, openSlot } from '../model/state.ts';
import { placeOf } from '../model/statementPlace.ts';

const NAMES = {
  identity: 'Identity policies',
  resource: 'Resource policy',
  boundary: 'Boundary',
  session: 'Session policy',
  scp: 'SCP',
  rcp: 'RCP',
  vpcEndpoint: 'Endpoint policy',
};

const VERDICTS = {
  absent: 'not there',
  notApplicable: 'does not bear on it',
  allows: 'allows',
  denies: 'denies',
  silent: 'says nothing',
};

const ICONS = { absent: '', notApplicable: '○', allows: '✓', denies: '✗', silent: '–' };

/** The layers as stations between request and answer. */
export function LayerFlow({ told }: { readonly told: Explanation }): VNode {
  const present = told.layers.filter(({ verdict }) => verdict !== 'absent');
  const [chosen, choose] = useState<number | undefined>(undefined);
  const decisive = present.findIndex(
    ({ layer, level }) => layer === told.decisive?.layer && level === told.decisive.level,
  );
  const open =
    chosen ?? (decisive >= 0 ? decisive : present.findIndex(({ verdict }) => verdict !== 'allows'));
  const layer = present[open];
  return (
    <>
      <ol class="flow" aria-label="Layers from the request to the answer">
        <li class="end">request</li>
        {present.map((report, index) => (
          <li key={`${report.layer}${String(report.level)}`}>
            <button
              type="button"
              class={`station ${report.verdict}`}
              aria-pressed={index === open}
              onClick={() => choose(index)}
            >
              <strong>{nameOf(report)}</strong>
              <span>
                <span aria-hidden="true">{ICONS[report.verdict]}</span> {VERDICTS[report.verdict]}
              </span>
            </button>
          </li>
        ))}
        <li class={`end ${told.decision === 'Allow' ? 'good' : 'bad'}`}>
          {told.decision === 'Allow' ? 'allowed' : 'denied'}
        </li>
      </ol>
      {layer !== undefined && <Statements report={layer} />}
    </>
  );
}

function nameOf({ layer, level }: LayerReport): string {
  return level === undefined ? NAMES[layer] : `${NAMES[layer]} level ${String(level + 1)}`;
}

function Statements({ report }: { readonly report: LayerReport }): VNode {
  return (
    <div class="statements">
      <h3>{nameOf(report)}</h3>
      {report.statements.length === 0 && <p>No statements.</p>}
      <ul>
        {report.statements.map((statement) => (
          <li key={statement.ref} class={statement.applies ? 'applies' : ''}>
            <StatementView statement={statement} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function StatementView({ statement }: { readonly statement: StatementReport }): VNode {
  const elements = [statement.principal, statement.action, statement.resource].filter(
    (element) => element !== undefined,
  );
  return (
    <>
      <button type="button" class="link" onClick={() => show(statement.ref, '')}>
        {statement.sid ?? `Statement ${statement.ref.split('/').at(-1) ?? ''}`}
      </button>{' '}
      <span class={`effect ${statement.effect}`}>{statement.effect}</span>{' '}
      <span>{statement.applies ? 'applies' : 'does not apply'}</span>
      <ul class="elements">
        {elements.map((element) => (
          <li key={element.element} class={element.matches ? 'yes' : 'no'}>
            <button type="button" class="link" onClick={() => show(statement.ref, `/${element.element}`)}>
              {element.element}
            </button>{' '}
            {element.matches ? 'matches' : 'does not match'}
            {element.value !== undefined && (
              <>
                {' '}
                <code>{element.value}</code>
              </>
            )}
          </li>
        ))}
        {statement.conditions.map((condition) => (
          <li key={condition.pointer} class={condition.result === 1 ? 'yes' : 'no'}>
            <button
              type="button"
              class="link"
              onClick={() =>
                show(statement.ref, condition.pointer.slice(condition.pointer.indexOf('/Condition')))
              }
            >
              {condition.operator} {condition.key}
            </button>{' '}
            {CONDITION_REASONS[condition.reason].replace(/ \(S\d.*\)$/, '')}
            <Values of={condition} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the policy wants and what the request has. */
function Values({ of }: { readonly of: ConditionOutcome }): VNode {
  const { policyValues, requestValues } = of;
  return (
    <>
      : policy <code>{policyValues.join(', ')}</code>, request{' '}
      {requestValues === undefined ? 'has none' : <code>{requestValues.join(', ')}</code>}
    </>
  );
}

/** Opens the document and marks the place. */
function show(ref: string, element: string): void {
  const { value } = workspace;
  if (!value.ok) return;
  const place = placeOf(value.places, ref, element) ?? placeOf(value.places, ref);
  if (place === undefined) return;
  openSlot.value = place.slot.id;
  mark.value = { slot: place.slot.id, start: place.start, end: place.end };
}
