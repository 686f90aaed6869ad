import type { AccessDenied, Explanation } from '@policywright/evaluator';
import { adviceOf, textOf, type Advice } from '@policywright/evaluator/wording';
import { jsonText } from '@policywright/policy/text';
import type { Scenario } from '@policywright/scenario';

/** What `policywright evaluate --format json` prints. */
export interface EvaluationAnswer {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly explanation: Explanation;
  /** The message that the request comes from, if it comes from one. */
  readonly denied?: AccessDenied;
}

/**
 * Writes the decision of a scenario with its whole trace as JSON.
 *
 * @param answer - the scenario and what came of it.
 * @returns one object and a line feed.
 */
export function explanationJson({ file, scenario, explanation, denied }: EvaluationAnswer): string {
  const { decision, undecided, code, rule, summary, headline, decisive, layers, nearest } = explanation;
  const advice = adviceOf(explanation);
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
    headline,
    decisive: decisive ?? null,
    nearest: nearest && { ref: nearest.statement.ref, misses: nearest.misses },
    advice: advice && { ...advice, statement: advice.statement?.ref, text: adviceText(advice) },
    layers: layers.filter(({ verdict }) => verdict !== 'absent'),
    denied,
  };
  return `${jsonText(answer)}\n`;
}

/** The advice line by line, for readers that write no phrases. */
function adviceText({ intro, reasons, also }: Advice): readonly string[] {
  const phrases = [intro, ...reasons.map(({ label, phrase }) => [label, ...phrase]), also];
  return phrases.filter(({ length }) => length > 0).map(textOf);
}
