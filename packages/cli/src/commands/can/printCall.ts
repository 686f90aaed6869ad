import type { OperationDecision } from '@policywright/operations';
import { printable, printableJson } from '@policywright/policy/text';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { foldLines } from '../../terminal/foldLines.ts';
import { createPaint } from '../../terminal/paint.ts';
import { useColor } from '../../terminal/useColor.ts';
import type { AskedCall } from './askCall.ts';
import { callJson, callMarkdown, callText } from './callText.ts';
import { suggestForCall } from './suggestForCall.ts';
import type { Suggestion } from './suggestPolicy.ts';

/** How to answer. */
export interface CallAnswerOptions {
  readonly format: 'text' | 'json' | 'markdown' | undefined;
  /** With the trace of every check. */
  readonly all: boolean;
  /** With what would have to change. */
  readonly suggest: boolean;
  /** In JSON besides. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Decides a call and prints the answer.
 *
 * @param io - its standard output.
 * @param asked - the call.
 * @param options - form and length of the answer.
 */
export function printCall(
  io: Io,
  asked: AskedCall,
  { format, all, suggest, facts }: CallAnswerOptions,
): ExitCode {
  const decision = asked.ask(asked.policies);
  const suggestion = suggest ? suggestForCall(asked) : undefined;
  const answered = { asked, decision };
  if (format === 'json') {
    const json = { ...facts, ...callJson(answered, suggestion) };
    io.stdout.write(`${printableJson(JSON.stringify(json, undefined, 2))}\n`);
  } else if (format === 'markdown') io.stdout.write(callMarkdown(answered));
  else {
    const color = useColor(io.stdout, io.env);
    const paint = createPaint(color);
    const text = callText(answered, { paint, color, all }) + suggestionText(suggestion);
    io.stdout.write(foldLines(io.stdout, text));
  }
  return exitCodeOf(decision);
}

function exitCodeOf({ answer: decided, diagnostics }: OperationDecision): ExitCode {
  if (diagnostics.some(({ severity }) => severity === 'error')) return EXIT_CODE.usage;
  if (decided === 'Depends') return EXIT_CODE.undecided;
  return decided === 'Allow' ? EXIT_CODE.yes : EXIT_CODE.no;
}

function suggestionText(suggestion: Suggestion | undefined): string {
  if (suggestion === undefined) return '';
  if (suggestion.kind === 'policy')
    return `\nA policy of the caller that would let it through:\n\n${printableJson(JSON.stringify(suggestion.document, undefined, 2))}\n`;
  const lines = suggestion.by.map((each) => `  ${printable(each)}`);
  return `\nNo identity-based policy would let it through:\n${lines.join('\n')}\n`;
}
