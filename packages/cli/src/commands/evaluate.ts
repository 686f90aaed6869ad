import { compile, type Explanation } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import { markdownText, printable } from '@policywright/policy/text';
import { deriveScenario, SCENARIO_FORM, type Scenario } from '@policywright/scenario';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { explanationJson } from '../report/explanationJson.ts';
import { createPaint } from '../terminal/paint.ts';
import { useColor } from '../terminal/useColor.ts';
import { DERIVE_NOTE } from './_internals/deriveNote.ts';
import { readOneScenario } from './_internals/readOneScenario.ts';
import { foldLines } from '../terminal/foldLines.ts';

/** `policywright evaluate`: decides one scenario and shows what led to the decision. */
export const evaluate: Command = defineCommand({
  summary: 'decide one scenario and show the trace',
  operands: { label: 'FILE', least: 1, most: 1 },
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      description: 'form of the answer; text by default',
    },
    id: { value: 'ID', description: 'which scenario, where the file holds several' },
    all: { description: 'show statements about other actions too' },
    derive: { description: 'complete the context with what the request tells' },
  },
  notes: [
    ...SCENARIO_FORM,
    'FILE holds one scenario, or an array of scenarios of which `--id` chooses one; `-` is standard input.',
    DERIVE_NOTE,
    'A scenario with `operation` is answered as `policywright can` answers it: one line for each thing that the call is authorised for; with `--all` the trace of each.',
    'Exit code: 0 allowed; 1 denied; 2 wrong usage, or a scenario that cannot be read; 4 undecided, where the answer hangs on a context key that the scenario gives twice with different values, or that of an operation on what is not known.',
  ],
  examples: [
    'evaluate scenario.json',
    'evaluate examples/01-deploy-role.json --id deploy-updates-service',
    'evaluate - < scenario.json',
  ],
  run: async ({ options, operands, io }) => {
    const [file = '-'] = operands;
    const given = await readOneScenario(io, { file, id: options.id });
    if (given === undefined) return EXIT_CODE.usage;
    if (given.asks === 'operation') {
      const { evaluateCall } = await import('./evaluate/evaluateCall.ts');
      return evaluateCall(io, { file, scenario: given.scenario, format: options.format, all: options.all });
    }
    const scenario = options.derive ? deriveScenario(given.scenario) : given.scenario;
    const explanation = compile(scenario.policies).explain(scenario.request);
    if (options.format === 'json') io.stdout.write(explanationJson({ file, scenario, explanation }));
    else if (options.format === 'markdown') io.stdout.write(asMarkdown(scenario, explanation, options.all));
    else {
      const text = asText({ scenario, explanation }, { io, all: options.all });
      io.stdout.write(foldLines(io.stdout, text));
    }
    return exitCodeOf(explanation);
  },
});

function exitCodeOf({ decision, undecided }: Explanation): ExitCode {
  if (undecided) return EXIT_CODE.undecided;
  return decision === 'Allow' ? EXIT_CODE.yes : EXIT_CODE.no;
}

interface Answer {
  readonly scenario: Scenario;
  readonly explanation: Explanation;
}

function asText({ scenario, explanation }: Answer, { io, all }: { io: Io; all: boolean }): string {
  const color = useColor(io.stdout, io.env);
  const paint = createPaint(color);
  const { principal, action, resource, underlying = [] } = scenario.request;
  const who = typeof principal === 'string' ? principal : Object.values(principal).join();
  const title = scenario.title === undefined ? scenario.id : `${scenario.id}: ${scenario.title}`;
  const lines = [
    paint('strong', printable(title)),
    ...[
      `principal ${who}`,
      `action    ${action}`,
      `resource  ${resource}`,
      ...underlying.map((behind) => `behind    ${behind.resource}`),
    ].map((line) => `  ${printable(line)}`),
    '',
    renderExplanation(explanation, { color, all }),
  ];
  const { expected } = scenario;
  if (expected !== undefined && expected !== explanation.decision) {
    lines.push('', paint('warning', `! the scenario expects ${expected}`));
  }
  return `${lines.join('\n')}\n`;
}

function asMarkdown(scenario: Scenario, explanation: Explanation, all: boolean): string {
  const title = scenario.title === undefined ? scenario.id : `${scenario.id}: ${scenario.title}`;
  return `### ${markdownText(title)}\n\n${renderExplanation(explanation, { format: 'markdown', all })}\n`;
}
