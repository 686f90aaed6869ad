import type { Settlement } from '../settlement/settlement.ts';
import { reasonPhrase } from '../settlement/reasonPhrase.ts';
import type { Request } from '../request/request.ts';
import type { Layer } from '../layers/layer.ts';
import type { Phrase, Piece } from '../phrase/phrase.ts';
import type { StatementRef } from './explanation.ts';
import { layerName } from './layerName.ts';

/** What `headlineOf` puts into words. */
export interface HeadlineInput {
  readonly request: Request;
  readonly settlement: Settlement;
  readonly decisive: StatementRef | undefined;
  readonly blocking: Layer | undefined;
}

/** Puts what settled a decision into one clause, without a full stop. */
export function headlineOf({ request, settlement, decisive, blocking }: HeadlineInput): Phrase {
  const asked: Phrase = [{ code: request.action }, ' on ', { code: request.resource }];
  if (settlement.code === 'explicit-deny' && decisive !== undefined)
    return [statementPiece(decisive), ' of ', ...nameOf(decisive), ' denies ', ...asked];
  if (blocking === undefined) return reasonPhrase(settlement.reason, asked);
  const names = blocking.policies.map(({ policy }) => policy.name).filter((name) => name !== undefined);
  const which = names.flatMap((code, index): Phrase => [index === 0 ? ' (' : ', ', { code }]);
  if (which.length > 0) which.push(')');
  return [layerName(blocking.kind, blocking.level), ...which, ' does not allow ', ...asked];
}

/** A statement as a part of a sentence. */
export function statementPiece({ ref, sid }: StatementRef): Piece {
  return { statement: ref, sid };
}

function nameOf({ layer, level, policyName }: StatementRef): Phrase {
  const name = level === undefined ? `the ${layerName(layer, level)}` : layerName(layer, level);
  return policyName === undefined ? [name] : [`${name} (`, { code: policyName }, ')'];
}
