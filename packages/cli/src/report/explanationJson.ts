import type { AccessDenied, Explanation } from '@policywright/evaluator';
import { jsonText } from '@policywright/policy/text';
import type { Scenario } from '@policywright/scenario';

/** What `policywright evaluate --format json` prints. */
export interface EvaluationAnswer {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly explanation: Explanation;
  readonly undecided: boolean;
  /** The message that the request comes from, if it comes from one. */
  readonly denied?: AccessDenied;
}

/** Names of the three truth values of a condition. */
const TRUTHS = ['false', 'true', 'undecided'] as const;

/**
 * Writes the decision of a scenario with its whole trace as JSON.
 *
 * @param answer - the scenario and what came of it.
 * @returns one object and a line feed.
 */
export function explanationJson({
  file,
  scenario,
  explanation,
  undecided,
  denied,
}: EvaluationAnswer): string {
  const { decision, code, rule, summary, decisive, layers, nearest } = explanation;
  const answer = {
    file,
    id: scenario.id,
    title: scenario.title,
    expected: scenario.expected ?? null,
    decision,
    undecided,
    code,
    rule,
    summary,
    decisive: decisive ?? null,
    nearest: nearest && { ref: nearest.statement.ref, lacks: nearest.lacks },
    layers: layers.filter(({ verdict }) => verdict !== 'absent'),
    denied,
  };
  return `${jsonText(answer, { replacer: nameTruths })}\n`;
}

function nameTruths(key: string, value: unknown): unknown {
  return key === 'result' && typeof value === 'number' ? TRUTHS[value] : value;
}
