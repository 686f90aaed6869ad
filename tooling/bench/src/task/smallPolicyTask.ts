import { compile } from '@policywright/evaluator';
import { parsePolicy } from '@policywright/policy';
import { milliseconds } from '../measure/milliseconds.ts';
import { timeOf } from '../measure/timeOf.ts';
import { seriesStatement } from '../workload/statementSeries.ts';

/** Milliseconds. */
export interface SmallPolicyTimes {
  readonly characters: number;
  readonly statements: number;
  /** In a process that has parsed nothing before. */
  readonly firstParse: number;
  readonly firstCompile: number;
  readonly parse: number;
  readonly compile: number;
  readonly jsonParse: number;
}

/** The most that IAM takes as a managed policy, white space apart. */
const LARGEST = 6144;

/** Measures parsing and compiling the largest managed policy, first in a process and later. */
export async function smallPolicyTask({ seconds }: { readonly seconds: number }): Promise<SmallPolicyTimes> {
  const { text, statements } = largestPolicy();
  const parse = () => {
    const result = parsePolicy(text);
    if (!result.ok) throw new Error('the policy has errors');
    return result.policy;
  };
  const firstParse = milliseconds(parse);
  const firstCompile = milliseconds(() => compile({ identity: [firstParse.result] }));
  return {
    characters: text.length,
    statements,
    firstParse: firstParse.took,
    firstCompile: firstCompile.took,
    parse: (await timeOf(parse, seconds)) / 1e6,
    compile: (await timeOf(() => compile({ identity: [firstParse.result] }), seconds)) / 1e6,
    jsonParse: (await timeOf(() => JSON.parse(text) as unknown, seconds)) / 1e6,
  };
}

/** A document without white space, of as many statements of the series as fit. */
function largestPolicy(): { readonly text: string; readonly statements: number } {
  let text = '';
  for (let length = 1; ; length++) {
    const Statement = Array.from({ length }, (_, index) => seriesStatement(index));
    const longer = JSON.stringify({ Version: '2012-10-17', Statement });
    if (longer.length > LARGEST) return { text, statements: length - 1 };
    text = longer;
  }
}
