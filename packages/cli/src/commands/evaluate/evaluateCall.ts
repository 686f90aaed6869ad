import { explainCheck } from '@policywright/operations';
import { printable } from '@policywright/policy/text';
import type { CallScenario } from '@policywright/scenario';
import type { ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { createPaint } from '../../terminal/paint.ts';
import { useColor } from '../../terminal/useColor.ts';
import type { AskedCall } from '../can/askCall.ts';
import { printCall } from '../can/printCall.ts';
import { decideCallScenario } from '../_internals/callRunner.ts';

/** A scenario with `operation`, and how to answer it. */
export interface EvaluatedCall {
  /** As the user named it. */
  readonly file: string;
  readonly scenario: CallScenario;
  readonly format: 'text' | 'json' | 'markdown' | undefined;
  readonly all: boolean;
}

/**
 * Decides the call of a scenario and prints each check.
 *
 * @param io - its standard output.
 * @param evaluated - the scenario.
 */
export function evaluateCall(io: Io, { file, scenario, format, all }: EvaluatedCall): ExitCode {
  const { id, title, call, world, policies } = scenario;
  const asked: AskedCall = {
    name: call.operation,
    caller: call,
    policies,
    ask: (other) => decideCallScenario({ ...scenario, policies: other }),
    explain: (check, other) => explainCheck(other, check, world),
  };
  if (format === undefined || format === 'text') {
    const paint = createPaint(useColor(io.stdout, io.env));
    io.stdout.write(`${paint('strong', printable(title === undefined ? id : `${id}: ${title}`))}\n`);
  }
  return printCall(io, asked, { format, all, suggest: false, facts: { file, id } });
}
