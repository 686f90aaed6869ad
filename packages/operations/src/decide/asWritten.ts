import type { ElementReport, Explanation, NearMiss, StatementReport } from '@policywright/evaluator';
import { bearingOnPattern } from '../policies/boundPolicy.ts';

/** What bound policies are read back with. */
export interface Writing {
  /** Of the resource. */
  readonly pattern: string;
  /** The same request under the policies as they are written. */
  readonly written: Explanation;
}

/**
 * Puts the elements that people wrote into the explanation of bound policies, which bear on every resource or on none.
 *
 * @param bound - the explanation of the policies for a pattern; the decision and what applies are its own.
 * @param writing - the pattern, and the policies as they are written.
 */
export function asWritten(bound: Explanation, { pattern, written }: Writing): Explanation {
  const reports = new Map(statementsOf(written).map((report) => [report.ref, report]));
  const read = (report: StatementReport): StatementReport => {
    const element = reports.get(report.ref)?.resource;
    return element === undefined ? report : { ...report, resource: onPattern(element, pattern) };
  };
  const { nearest } = bound;
  return {
    ...bound,
    layers: bound.layers.map((layer) => ({ ...layer, statements: layer.statements.map(read) })),
    doubts: bound.doubts.map(({ statement, about }) => ({ statement: read(statement), about })),
    nearest: nearest && withMisses(nearest, read(nearest.statement)),
  };
}

function statementsOf({ layers }: Explanation): readonly StatementReport[] {
  return layers.flatMap(({ statements }) => statements);
}

function onPattern(element: ElementReport, pattern: string): ElementReport {
  const { result, value } = bearingOnPattern(
    { negated: element.element === 'NotResource', values: element.values },
    pattern,
  );
  return { ...element, result, value };
}

/** What bears on some of a pattern counts as a match among bound policies, and is one miss more as written. */
function withMisses({ statement: bound, misses }: NearMiss, statement: StatementReport): NearMiss {
  const isMore = bound.resource?.result === 'true' && statement.resource?.result !== 'true';
  return { statement, misses: misses + Number(isMore) };
}
