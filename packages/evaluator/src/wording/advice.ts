import { statementPiece } from '../explanation/headline.ts';
import type { Explanation, LayerReport, StatementReport } from '../explanation/explanation.ts';
import { layerName } from '../explanation/layerName.ts';
import { listed } from '../phrase/listed.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { reasonsOf, type Reason } from './reasons.ts';

/** What would have to change for a request to be allowed. */
export interface Advice {
  /** A sentence; where there are reasons, it ends in a colon. */
  readonly intro: Phrase;
  /** The statement of which the reasons are. */
  readonly statement: StatementReport | undefined;
  readonly reasons: readonly Reason[];
  /** A sentence on what would still be in the way then; empty where nothing would. */
  readonly also: Phrase;
}

/**
 * Says what would have to change for a request to be allowed.
 *
 * @param explanation - of the decision.
 * @returns nothing for what is allowed, or could not be allowed by any change of a document.
 */
export function adviceOf(explanation: Explanation): Advice | undefined {
  if (explanation.decision === 'Allow') return undefined;
  return explanation.decision === 'ExplicitDeny' ? aboutDeny(explanation) : aboutSilence(explanation);
}

function aboutDeny({ layers, decisive }: Explanation): Advice | undefined {
  const denying = layers.flatMap(({ verdict, statements }) =>
    verdict === 'denies' ? statements.filter(({ effect, applies }) => effect === 'Deny' && applies) : [],
  );
  const statement = denying.find(({ ref }) => ref === decisive?.ref);
  if (statement === undefined) return undefined;
  const others = denying.filter((other) => other !== statement).map(statementPiece);
  const why = 'denies it, and a Deny wins over every Allow';
  return {
    intro: [
      'The ',
      statementPiece(statement),
      ` ${why}. It applies since all of these hold; if one did not, it would not:`,
    ],
    statement,
    reasons: reasonsOf(statement),
    also: others.length === 0 ? [] : ['Others deny it too: ', ...listed(others, 'and'), '.'],
  };
}

function aboutSilence(explanation: Explanation): Advice | undefined {
  const { request, nearest } = explanation;
  const blocking = blockingLayer(explanation);
  const also = alsoSilent(explanation, blocking);
  if (nearest !== undefined) {
    const { statement } = nearest;
    const reasons = reasonsOf(statement).filter(({ result }) => result !== 'true');
    const count = reasons.length === 1 ? 'One thing keeps it' : `${reasons.length} things keep it`;
    const intro = ['The ', statementPiece(statement), ` comes closest to allowing it. ${count} from that:`];
    return { intro, statement, reasons, also };
  }
  if (blocking === undefined) return undefined;
  const { action, resource } = request;
  const none = `No statement of the ${nameOf(blocking)} comes close. One would have to allow `;
  return {
    intro: [none, { code: action }, ' on ', { code: resource }, '.'],
    statement: undefined,
    reasons: [],
    also,
  };
}

/** The layer whose Allow is missing: the first that is silent, or that is not there. */
function blockingLayer({ missing, layers }: Explanation): LayerReport | undefined {
  const of = layers.filter(({ layer }) => layer === missing[0]);
  return of.find(({ verdict }) => verdict === 'silent') ?? of[0];
}

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
  return ['Then the ', ...listed(others.map(nameOf), 'and'), ' would have to allow it as well.'];
}

function nameOf({ layer, level }: LayerReport): string {
  return layerName(layer, level);
}
