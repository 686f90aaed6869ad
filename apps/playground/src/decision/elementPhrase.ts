import type { ElementReport, Explanation } from '@policywright/evaluator';
import { partingOf } from './parting.ts';
import { listed, type Phrase, type Piece } from './phrase.ts';

/** An element of a statement with everything it lists. */
export interface ElementFacts {
  readonly report: ElementReport;
  /** The values as written; of a principal as `AWS: 111122223333`. */
  readonly values: readonly string[];
  readonly request: Explanation['request'];
}

/** What kept an element from matching, or made it match: what the policy has beside what the request has. */
export function elementPhrase(facts: ElementFacts): Phrase {
  const { report, values } = facts;
  const { element, matches, value } = report;
  const asked = askedFor(facts);
  if (report.unresolvedVariable && !matches)
    return [...listed(codes(values), 'or'), ' has a variable for which the request has no value'];
  if (element.startsWith('Not')) {
    if (matches) return ['does not list ', { code: asked }];
    return [
      'leaves out ',
      ...(value === undefined ? listed(codes(values), 'and') : [{ code: value }]),
      excluded(asked),
    ];
  }
  if (matches)
    return value === undefined ? ['covers ', { code: asked }] : [{ code: value }, ...covers(value, asked)];
  return differs(values, asked);
}

const excluded = (asked: string): string => `, and the request is for ${asked}`;

function covers(value: string, asked: string): Phrase {
  return value === asked ? [' is what the request asks for'] : [' covers ', { code: asked }];
}

/** The values beside the request's; of those that almost match, where they part. */
function differs(values: readonly string[], asked: string): Phrase {
  const parting = partingOf(values, asked);
  if (parting === undefined || parting.common === 0)
    return ['is ', ...listed(codes(values), 'or'), ', but the request has ', { code: asked }];
  const { pattern, common } = parting;
  const first: Piece = { code: pattern, mark: common };
  const others = codes(values.filter((value) => value !== pattern));
  return [
    'is ',
    ...listed([first, ...others], 'or'),
    ', but the request has ',
    { code: asked, mark: common },
  ];
}

function codes(values: readonly string[]): { readonly code: string }[] {
  return values.map((code) => ({ code }));
}

/** What the request has where the element looks. */
function askedFor({ report, request }: ElementFacts): string {
  if (report.element.endsWith('Action')) return request.action;
  if (report.element.endsWith('Resource')) return request.resource;
  const { principal } = request;
  return typeof principal === 'string' ? principal : (Object.values(principal)[0] ?? '');
}
