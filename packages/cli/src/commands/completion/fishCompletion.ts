import type { CompletedCommand, CompletedOption } from './completedWords.ts';

/**
 * What fish is told: as bash, with what each word means.
 *
 * @param commands - all commands.
 * @returns the script.
 */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  return `# Completions of policywright for fish.
function __policywright_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l rest $argv
    test (count $words) -ge (count $rest); or return 1
    for index in (seq (count $rest))
        test "$words[$index]" = "$rest[$index]"; or return 1
    end
end
function __policywright_next
    set -l words (commandline -opc)
    test (count $words) -eq (math (count $argv) + 1); and __policywright_at $argv
end
${commands.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ path, commands, options, operands }: CompletedCommand): readonly string[] {
  const at = path.length === 0 ? '__policywright_next' : `__policywright_at ${path.join(' ')}`;
  const next = `__policywright_next ${path.join(' ')}`.trim();
  return [
    ...commands.map(({ word, description }) => line(next, `-f -a ${word}`, description)),
    ...operands.map((word) => line(next, `-f -a ${word}`, word)),
    ...options.map((option) => line(at, flagsOf(option), option.description)),
  ];
}

function flagsOf({ word, short, value }: CompletedOption): string {
  const flags = [`-l ${word.slice(2)}`, ...(short === undefined ? [] : [`-s ${short}`])];
  if (value === 'any') flags.push('-r');
  else if (value !== 'none') flags.push(`-x -a '${value.join(' ')}'`);
  return flags.join(' ');
}

function line(condition: string, flags: string, description: string): string {
  const meaning = description.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`);
  return `complete -c policywright -n '${condition}' ${flags} -d '${meaning}'`;
}
