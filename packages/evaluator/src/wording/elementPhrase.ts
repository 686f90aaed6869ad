import type { ElementReport } from '../explanation/explanation.ts';
import { codes, listed } from '../phrase/listed.ts';
import type { Phrase, Piece } from '../phrase/phrase.ts';
import { partingOf } from './parting.ts';

/**
 * What kept an element from covering a request, or made it: what the policy has beside what the request has, in words
 * that go on after the element's name.
 *
 * @param report - how it fared.
 */
export function elementPhrase(report: ElementReport): Phrase {
  const { element, result, values, requested, value } = report;
  if (result === 'undecided')
    return [
      ...listed(codes(value === undefined ? values : [value]), 'or'),
      ' may or may not cover ',
      { code: requested },
    ];
  const covers = result === 'true';
  if (report.unresolvedVariable && !covers)
    return [...listed(codes(values), 'or'), ' has a variable for which the request has no value'];
  if (element.startsWith('Not')) {
    if (covers) return ['does not list ', { code: requested }];
    const excluding = value === undefined ? listed(codes(values), 'and') : [{ code: value }];
    return ['leaves out ', ...excluding, ', and the request is for ', { code: requested }];
  }
  if (!covers) return differs(values, requested);
  if (value === undefined) return ['covers ', { code: requested }];
  if (value === requested) return [{ code: value }, ' is what the request asks for'];
  return [{ code: value }, ' covers ', { code: requested }];
}

/** The values beside the request's; of those that almost match, where they part. */
function differs(values: readonly string[], requested: string): Phrase {
  const parting = partingOf(values, requested);
  if (parting === undefined || parting.common === 0)
    return ['is ', ...listed(codes(values), 'or'), ', but the request has ', { code: requested }];
  const { pattern, common } = parting;
  const nearest: Piece = { code: pattern, mark: common };
  const others = codes(values.filter((value) => value !== pattern));
  return [
    'is ',
    ...listed([nearest, ...others], 'or'),
    ', but the request has ',
    { code: requested, mark: common },
  ];
}
