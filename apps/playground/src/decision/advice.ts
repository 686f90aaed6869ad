import type { Explanation, LayerReport, StatementReport } from '@policywright/evaluator';
import { layerTitle } from '../model/layerNames.ts';
import { reasonsOf, type PlacesBySlot, type Reason } from './reasons.ts';
import { listed, type Phrase } from './phrase.ts';

/** What would have to change for a request to be allowed. */
export interface Advice {
  readonly intro: Phrase;
  /** The statement of which the reasons are. */
  readonly statement?: StatementReport;
  readonly reasons: readonly Reason[];
  /** What would still be in the way then. */
  readonly also: Phrase;
}

/**
 * Says what would have to change.
 *
 * @param told - the decision.
 * @param places - the documents by their pointer in the policy set.
 * @returns nothing for what is allowed, or could not be allowed by any change of a document.
 */
export function adviceOf(told: Explanation, places: PlacesBySlot): Advice | undefined {
  if (told.decision === 'Allow') return undefined;
  return told.decision === 'ExplicitDeny' ? aboutDeny(told, places) : aboutSilence(told, places);
}

function aboutDeny(told: Explanation, places: PlacesBySlot): Advice | undefined {
  const denying = told.layers.flatMap(({ verdict, statements }) =>
    verdict === 'denies' ? statements.filter(({ effect, applies }) => effect === 'Deny' && applies) : [],
  );
  const statement = denying.find(({ ref }) => ref === told.decisive?.ref);
  if (statement === undefined) return undefined;
  const others = denying.filter((other) => other !== statement);
  return {
    intro: [
      'denies it, and a Deny wins over every Allow. It applies since all of these hold; if one did not, it would not:',
    ],
    statement,
    reasons: reasonsOf(statement, told, places),
    also:
      others.length === 0
        ? []
        : [
            'Other statements deny it too: ',
            ...listed(
              others.map((other) => ({ code: statementName(other) })),
              'and',
            ),
            '.',
          ],
  };
}

function aboutSilence(told: Explanation, places: PlacesBySlot): Advice | undefined {
  const blocking = blockingLayer(told);
  const also = alsoSilent(told, blocking);
  const { nearest } = told;
  if (nearest !== undefined) {
    const reasons = reasonsOf(nearest.statement, told, places).filter(({ holds }) => !holds);
    const count = reasons.length === 1 ? 'One thing keeps it' : `${String(reasons.length)} things keep it`;
    return {
      intro: [`comes closest to allowing it. ${count} from that:`],
      statement: nearest.statement,
      reasons,
      also,
    };
  }
  if (blocking === undefined) return undefined;
  const { action, resource } = told.request;
  return {
    intro: [
      `${layerTitle(blocking)}: no statement there comes close. One would have to allow `,
      { code: action },
      ' on ',
      { code: resource },
      '.',
    ],
    reasons: [],
    also,
  };
}

/** The layer whose Allow is missing, by the code that settled the request. */
function blockingLayer({ code, layers }: Explanation): LayerReport | undefined {
  if (!code.endsWith('-silent')) return undefined;
  const kind = SILENT_KINDS[code] ?? 'resource';
  const of = layers.filter(({ layer }) => layer === kind);
  return of.find(({ verdict }) => verdict === 'silent') ?? of[0];
}

const SILENT_KINDS: Readonly<Partial<Record<Explanation['code'], LayerReport['layer']>>> = {
  'identity-silent': 'identity',
  'boundary-silent': 'boundary',
  'session-silent': 'session',
  'root-session-silent': 'session',
  'scp-silent': 'scp',
  'rcp-silent': 'rcp',
  'endpoint-silent': 'vpcEndpoint',
};

/** Layers that would have to allow as well; a resource policy need not, in one account. */
function alsoSilent({ layers }: Explanation, blocking: LayerReport | undefined): Phrase {
  const granted = layers.some(({ layer, verdict }) => layer === 'resource' && verdict === 'allows');
  const others = layers.filter(
    (report) =>
      report !== blocking &&
      report.verdict === 'silent' &&
      report.layer !== 'resource' &&
      !(report.layer === 'identity' && granted),
  );
  if (others.length === 0) return [];
  const names = others.map((report) => ({ code: layerTitle(report) }));
  return ['Then ', ...listed(names, 'and'), ' would have to allow it as well.'];
}

/** What a statement is called: its Sid, or its number in its document. */
export function statementName({ sid, ref }: Pick<StatementReport, 'sid' | 'ref'>): string {
  if (sid !== undefined) return sid;
  const last = ref.split('/').at(-1) ?? '';
  return /^\d+$/.test(last) ? `statement ${String(Number(last) + 1)}` : 'the only statement';
}
