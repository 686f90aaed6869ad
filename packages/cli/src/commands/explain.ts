import {
  compile,
  parseAccessDenied,
  renderExplanation,
  type AccessDenied,
  type Explanation,
} from '@policywright/evaluator';
import type { Scenario } from '@policywright/testing/scenario';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { readInput } from '../io/readInput.ts';
import { explanationJson } from '../report/explanationJson.ts';
import { isUndecided } from '../report/isUndecided.ts';
import { printableExplanation } from '../report/printableExplanation.ts';
import { createPaint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { useColor } from '../terminal/useColor.ts';
import { DERIVE_NOTE, deriveScenario } from './_internals/deriveScenario.ts';
import { readOneScenario } from './_internals/readOneScenario.ts';
import { principalOf, scenarioSkeleton } from './explain/requestOfSentence.ts';

/** `policywright explain`: reads an access-denied message, and tells what was missing. */
export const explain: Command = defineCommand({
  summary: 'read an access denied message and tell what was missing',
  operands: { label: '', least: 0, most: 0 },
  options: {
    error: { value: 'TEXT', description: 'the message, also within a longer text; - for standard input' },
    scenario: { value: 'FILE', description: 'scenario whose policies to decide the request under' },
    id: { value: 'ID', description: 'which scenario, where the file holds several' },
    derive: { description: 'complete the context with what the request tells' },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json'],
      description: 'form of the answer with --scenario; text by default',
    },
  },
  notes: [
    'The message has the form `User: ARN is not authorized to perform: ACTION on resource: ARN ...`. Without `--scenario` the answer is a scenario with the request of the message, as JSON, to fill in with the policies and the context.',
    'With `--scenario`, the request of the message is decided under the policies, the context and the flags of that scenario. The principal is that of the scenario where the message does not name one.',
    DERIVE_NOTE,
    'Exit code: 0 the message was read, whatever the decision; 2 wrong usage, no such sentence in the text, or a scenario that cannot be read.',
  ],
  examples: [
    "explain --error 'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ecs:RunTask' > scenario.json",
    'explain --error - --scenario scenario.json < message.txt',
  ],
  run: async ({ options, io }) => {
    if (options.error === '-' && options.scenario === '-')
      throw new CommandError('standard input cannot be both the message and the scenario');
    const denied = parseAccessDenied(await messageOf(io, options.error));
    if (denied === undefined)
      throw new CommandError('there is no access denied sentence in the text', {
        help: 'expected `User: ARN is not authorized to perform: SERVICE:ACTION ...`',
      });
    if (options.scenario === undefined) {
      io.stdout.write(`${JSON.stringify(scenarioSkeleton(denied), undefined, 2)}\n`);
      return EXIT_CODE.yes;
    }
    const given = await readOneScenario(io, { file: options.scenario, id: options.id });
    if (given === undefined) return EXIT_CODE.usage;
    const asked = withRequest(given, denied);
    const scenario = options.derive ? deriveScenario(asked) : asked;
    const explanation = compile(scenario.policies).explain(scenario.request);
    if (options.format === 'json') {
      const undecided = isUndecided(explanation);
      io.stdout.write(explanationJson({ file: options.scenario, scenario, explanation, undecided }));
    } else io.stdout.write(asText(io, explanation, denied));
    return EXIT_CODE.yes;
  },
});

async function messageOf(io: Io, text: string | undefined): Promise<string> {
  if (text === undefined) throw new CommandError('`--error` is missing');
  if (text !== '-') return text;
  const input = await readInput(io, '-');
  if (!input.ok) throw new CommandError(`standard input: ${input.problem.message}`);
  return input.text;
}

/** What the scenario expects was said of its own request. */
function withRequest(scenario: Scenario, denied: AccessDenied): Scenario {
  const { action, resource } = denied;
  const principal = principalOf(denied) ?? scenario.request.principal;
  const request = { ...scenario.request, principal, action, resource };
  return { ...scenario, title: undefined, expected: undefined, request };
}

function asText(io: Io, explanation: Explanation, denied: AccessDenied): string {
  const color = useColor(io.stdout, io.env);
  const paint = createPaint(color);
  const { principal, action, resource } = explanation.request;
  const who = typeof principal === 'string' ? principal : Object.values(principal).join();
  const lines = [`principal ${who}`, `action    ${action}`, `resource  ${resource}`].map((line) =>
    printable(`  ${line}`),
  );
  lines.push('', renderExplanation(printableExplanation(explanation), { color }));
  const difference = differenceOf(explanation, denied);
  if (difference !== undefined) lines.push('', paint('warning', `! ${difference}`));
  return `${lines.join('\n')}\n`;
}

/** Where these policies do not lead to what AWS said, the scenario is not yet the request that AWS refused. */
function differenceOf(
  { decision, decisive }: Explanation,
  { kind, layer }: AccessDenied,
): string | undefined {
  const mend = 'add the policies and the context keys that are missing from the scenario';
  if (decision === 'Allow') return `the message says denied, these policies allow: ${mend}`;
  const said = kind === undefined ? decision : kind === 'explicitDeny' ? 'ExplicitDeny' : 'ImplicitDeny';
  if (said !== decision) return `the message tells of an ${said}: ${mend}`;
  if (
    decision === 'ExplicitDeny' &&
    layer !== undefined &&
    decisive !== undefined &&
    decisive.layer !== layer
  )
    return `the message tells of a Deny in the layer ${layer}: ${mend}`;
  return undefined;
}
