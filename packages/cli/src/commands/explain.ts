import { compile, type AccessDenied } from '@policywright/evaluator';
import { jsonText, printable } from '@policywright/policy/text';
import { deriveScenario } from '@policywright/scenario';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { explanationJson } from '../report/explanationJson.ts';
import { createPaint } from '../terminal/paint.ts';
import { useColor } from '../terminal/useColor.ts';
import { DERIVE_NOTE } from './_internals/deriveNote.ts';
import { readOneScenario } from './_internals/readOneScenario.ts';
import { adviceOn, type Advice } from './explain/adviceOnMessage.ts';
import { explainMessage } from './explain/explainMessage.ts';
import { readMessage } from './explain/readMessage.ts';
import { scenarioSkeleton } from './explain/scenarioSkeleton.ts';
import { withRefusedRequest } from './explain/withRefusedRequest.ts';
import { foldLines } from '../terminal/foldLines.ts';

/** `policywright explain`: reads an access-denied message, and tells what was missing. */
export const explain: Command = defineCommand({
  summary: 'read an access denied message and tell what was missing',
  operands: { label: '[MESSAGE]', least: 0, most: 1 },
  options: {
    error: {
      value: 'TEXT',
      description: 'the message, also within a longer text; a file that holds it; - for standard input',
    },
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
    'The message is what AWS answers: `User: ARN is not authorized to perform: ACTION on resource: ARN ...`, with or without a reason, or one of its other forms, such as `Not authorized to perform sts:AssumeRole`. It may stand inside the error of an SDK, JSON, XML or a log line, and may be given as `--error TEXT`, as `--error FILE`, as `--error -` for standard input, or without `--error`.',
    'An encoded authorization failure message shows nothing: decode it with `aws sts decode-authorization-message --encoded-message MESSAGE`, and give the answer to `explain --error -`. Principal, action, resource and the whole context are taken from it.',
    'Without `--scenario` the answer is a scenario with the request of the message, as JSON, to fill in with the policies and the context; what the message says of the reason and the policy is its `why`. Where the reason names another action than the one that was performed, the scenario asks for that one.',
    'With `--scenario`, the request of the message is decided under the policies, the context and the flags of that scenario. What the message does not tell, such as the principal, comes from the scenario.',
    DERIVE_NOTE,
    'Exit code: 0 the message was read, whatever the decision; 2 wrong usage, no such message in the text, a message without `--scenario` that does not name the action, or a scenario that cannot be read.',
  ],
  examples: [
    "explain --error 'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ecs:RunTask' > scenario.json",
    'explain --error message.txt --scenario scenario.json',
    'explain --error - < decoded.json > scenario.json',
  ],
  run: async ({ options, operands, io }) => {
    const [operand] = operands;
    const given = options.error ?? operand;
    if (given === undefined) throw new CommandError('`--error` is missing');
    if (options.error !== undefined && operand !== undefined)
      throw new CommandError('the message is given twice', { help: `leave out \`${operand}\`` });
    if (given === '-' && options.scenario === '-')
      throw new CommandError('standard input cannot be both the message and the scenario');
    const denied = await readMessage(io, given);
    if (options.scenario === undefined) return writeSkeleton(io, denied);
    const chosen = await readOneScenario(io, { file: options.scenario, id: options.id });
    if (chosen === undefined) return EXIT_CODE.usage;
    if (chosen.asks === 'operation')
      throw new CommandError(
        `the scenario \`${chosen.id}\` asks for an operation, and the message is about an action`,
        {
          help: '`policywright evaluate` shows all that the operation needs; here a scenario with `action` is wanted',
        },
      );
    const asked = withRefusedRequest(chosen.scenario, denied);
    const scenario = options.derive ? deriveScenario(asked) : asked;
    const explanation = compile(scenario.policies).explain(scenario.request);
    if (options.format === 'json') {
      io.stdout.write(explanationJson({ file: options.scenario, scenario, explanation, denied }));
    } else io.stdout.write(foldLines(io.stdout, explainMessage(io, explanation, denied)));
    return EXIT_CODE.yes;
  },
});

function writeSkeleton(io: Io, denied: AccessDenied): ExitCode {
  const advice = adviceOn(denied);
  const skeleton = scenarioSkeleton(denied);
  if (skeleton === undefined) throw noRequestIn(advice);
  io.stdout.write(`${jsonText(skeleton.scenario)}\n`);
  const paint = createPaint(useColor(io.stderr, io.env));
  for (const note of [...skeleton.gaps, ...(advice ? [`${advice.message}; ${advice.help}`] : [])])
    io.stderr.write(`${paint('strong', 'note:')} ${printable(note)}\n`);
  return EXIT_CODE.yes;
}

function noRequestIn(advice: Advice | undefined): CommandError {
  return new CommandError(advice?.message ?? 'the message does not name the action', { help: advice?.help });
}
