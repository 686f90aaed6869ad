import { flagsOf, stepsTo, type CompletedCommand } from './completedWords.ts';

/**
 * What bash is told: which words can follow a command, and which values an option. Where none of them fits, bash
 * completes names of files.
 *
 * @param commands - all commands.
 * @returns the script.
 */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  return `# Completions of policywright for bash.
_policywright() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" path='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
${stepsTo(commands, 'path')}
    esac
  done
  case "$path:$before" in
${commands.flatMap(valueCases).join('\n')}
    *)
      case "$path" in
${commands.map(wordCase).join('\n')}
      esac
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _policywright policywright
`;
}

/** After an option with values of its own they follow; after one with any value, files. */
function valueCases({ path, options }: CompletedCommand): readonly string[] {
  return options.flatMap((option) => {
    const { value } = option;
    if (value === 'none') return [];
    const words = value === 'any' ? '' : value.join(' ');
    return flagsOf(option).map((flag) => `    '${path.join(' ')}:${flag}') words='${words}' ;;`);
  });
}

function wordCase({ path, commands, options, operands }: CompletedCommand): string {
  const words = [...commands.map(({ word }) => word), ...operands, ...options.map(({ word }) => word)];
  return `        '${path.join(' ')}') words='${words.join(' ')}' ;;`;
}
