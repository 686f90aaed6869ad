import { isColon, piecesOf, type Piece } from './glob.ts';
import type { ResourceScope } from './resourceScope.ts';

/** Where a pattern with too few fields stands, and what it is asked of. */
export interface ShortArnQuestion {
  readonly negated: boolean;
  readonly resource: string;
  readonly scope: ResourceScope;
}

/** The fields of an ARN, which a pattern may have fewer of (rule S42). */
const FIELDS = 6;

/** S52: what a pattern with fewer than six segments and no `*` at its end stands for; `undefined` is nothing. */
export function completed(
  pieces: readonly Piece[],
  question: ShortArnQuestion,
): readonly Piece[] | undefined {
  const given = pieces.filter(isColon).length + 1;
  const last = pieces.at(-1);
  if (given >= FIELDS || (last?.wild === true && last.text === '*')) return pieces;
  // What does not begin as an ARN is no ARN with missing fields: it matches what it globs to (S47).
  if (!beginsAsArn(pieces)) return pieces;
  if (!mayBeCompleted(question)) return undefined;
  const whole = [...pieces, ...piecesOf(':*'.repeat(FIELDS - given))];
  if (!asksForFilledFields(question)) return whole;
  // Which fields hold something can be told only where the pattern's fields are those of the resource.
  if (!fieldsAreFilled(question.resource, given)) return undefined;
  return whole.map((piece) => ({ ...piece, confined: true }));
}

function beginsAsArn(pieces: readonly Piece[]): boolean {
  const start = pieces.slice(0, 4);
  return start.every((piece) => !piece.wild) && start.map((piece) => piece.text).join('') === 'arn:';
}

/** S52: AWS completes ARNs of identity policies; elsewhere one counts only where that narrows access. */
function mayBeCompleted({ negated, scope }: ShortArnQuestion): boolean {
  return scope.layer === 'identity' || narrows({ negated, scope });
}

/** Whether an entry that covers more grants less: in Resource of a Deny, and in NotResource of an Allow. */
function narrows({ negated, scope }: Pick<ShortArnQuestion, 'negated' | 'scope'>): boolean {
  return negated ? scope.effect === 'Allow' : scope.effect === 'Deny';
}

/** S52: that a completed field covers an empty one is not shown, so that what would widen access does not. */
function asksForFilledFields({ negated, scope }: ShortArnQuestion): boolean {
  return scope.options.shortArn !== 'wildcard' && !narrows({ negated, scope });
}

function fieldsAreFilled(resource: string, given: number): boolean {
  const fields = resource.split(':');
  const last = fields.slice(FIELDS - 1).join(':');
  return [...fields.slice(0, FIELDS - 1), last].slice(given).every((field) => field !== '');
}
