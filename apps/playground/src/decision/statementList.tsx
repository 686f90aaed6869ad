import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Explanation, LayerReport, StatementReport } from '@policywright/evaluator';
import { reasonsOf, statementName } from '@policywright/evaluator/wording';
import { ReasonList } from './reasonList.tsx';
import type { PlacesBySlot } from '../model/statementPlace.ts';
import { showPlace } from './showPlace.ts';

/** So many are shown at once; a page of hundreds would lag behind the keys. */
const MOST = 12;

interface StatementListProps {
  readonly told: Explanation;
  readonly report: LayerReport;
  readonly places: PlacesBySlot;
}

/** The statements of a layer; those about other actions only when asked for, since there may be hundreds. */
export function StatementList({ told, report, places }: StatementListProps): VNode {
  const [all, showAll] = useState(false);
  const matter = report.statements.filter(
    ({ action, ref }) => action.result === 'true' || ref === told.nearest?.statement.ref,
  );
  const shown = all ? report.statements : matter.slice(0, MOST);
  const hidden = report.statements.length - shown.length;
  return (
    <>
      {report.statements.length === 0 && <p>There are no statements.</p>}
      <ul>
        {shown.map((statement) => (
          <li key={statement.ref} class={statement.applies ? 'applies' : ''}>
            <StatementView statement={statement} places={places} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="quiet" onClick={() => showAll(true)}>
          Show {hidden === 1 ? '1 statement more' : `${String(hidden)} statements more`}
          {matter.length <= MOST && ', about other actions'}
        </button>
      )}
    </>
  );
}

interface StatementViewProps {
  readonly statement: StatementReport;
  readonly places: PlacesBySlot;
}

function StatementView({ statement, places }: StatementViewProps): VNode {
  const document = [...places].find(([prefix]) => statement.ref.startsWith(`${prefix}/Statement`))?.[1];
  return (
    <>
      <button type="button" class="link" onClick={() => showPlace(statement.ref)}>
        {statementName({ statement: statement.ref, sid: statement.sid })}
      </button>{' '}
      <span class={`effect ${statement.effect}`}>{statement.effect}</span>{' '}
      <span>{statement.applies ? 'applies' : 'does not apply'}</span>
      {document !== undefined && <span class="dim"> in {document.name}</span>}
      <ReasonList of={reasonsOf(statement)} />
    </>
  );
}
