import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Explanation, LayerReport } from '@policywright/evaluator';
import { layerTitle, levelPlace } from '../model/layerNames.ts';
import type { PlacesBySlot } from '../model/statementPlace.ts';
import { StatementList } from './statementList.tsx';

const VERDICTS = {
  absent: 'not there',
  notApplicable: 'does not bear on it',
  allows: 'allows',
  denies: 'denies',
  silent: 'silent: no Allow',
};

const ICONS = { absent: '', notApplicable: '○', allows: '✓', denies: '✗', silent: '–' };

/** What the flow is of. */
export interface LayerFlowProps {
  readonly told: Explanation;
  readonly places: PlacesBySlot;
}

/** The layers as stations between request and answer. */
export function LayerFlow({ told, places }: LayerFlowProps): VNode {
  const present = told.layers.filter(({ verdict }) => verdict !== 'absent');
  const [chosen, choose] = useState<string | undefined>(undefined);
  const chosenAt = present.findIndex((report) => layerTitle(report) === chosen);
  const open = chosenAt >= 0 ? chosenAt : telling(told, present);
  const layer = present[open];
  const isAllowed = told.decision === 'Allow';
  return (
    <>
      <p class="note">The request passes every layer. Choose one for its statements.</p>
      <ol class="flow" aria-label="Layers from the request to the answer">
        <li class="end">request</li>
        {present.map((report, index) => (
          <li key={layerTitle(report)}>
            <Station
              report={report}
              levels={present.filter(({ layer: kind }) => kind === report.layer).length}
              isOpen={index === open}
              onOpen={() => choose(layerTitle(report))}
            />
          </li>
        ))}
        <li class={`end ${isAllowed ? 'good' : 'bad'}`}>
          <span aria-hidden="true">{isAllowed ? '✓' : '✗'}</span> {isAllowed ? 'allowed' : 'denied'}
        </li>
      </ol>
      {layer !== undefined && (
        <div class="statements">
          <h3>{layerTitle(layer)}: statements</h3>
          <StatementList key={layerTitle(layer)} told={told} report={layer} places={places} />
        </div>
      )}
    </>
  );
}

/** The layer that says most: the one that settled it, or the first that does not allow. */
function telling(told: Explanation, present: readonly LayerReport[]): number {
  const settled = told.decisive ?? told.nearest?.statement;
  const at = present.findIndex(({ layer, level }) => layer === settled?.layer && level === settled.level);
  return at >= 0 ? at : present.findIndex(({ verdict }) => verdict !== 'allows');
}

interface StationProps {
  readonly report: LayerReport;
  /** How many levels its kind has. */
  readonly levels: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Station({ report, levels, isOpen, onOpen }: StationProps): VNode {
  const { level, verdict } = report;
  return (
    <button type="button" class={`station ${verdict}`} aria-pressed={isOpen} onClick={onOpen}>
      <strong>{layerTitle(report)}</strong>
      {level !== undefined && <small>{levelPlace(level, levels)}</small>}
      <span>
        <span aria-hidden="true">{ICONS[verdict]}</span> {VERDICTS[verdict]}
      </span>
    </button>
  );
}
