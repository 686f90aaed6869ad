import { flagsOf, stepsTo, type CompletedCommand, type CompletedWord } from './completedWords.ts';

/**
 * What zsh is told: as bash, with what each word means.
 *
 * @param commands - all commands.
 * @returns the script, for a file `_policywright` in a folder of `$fpath`.
 */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  return `#compdef policywright
# Completions of policywright for zsh.
_policywright() {
  local path_='' word before="\${words[CURRENT - 1]}"
  local -a found
  for word in "\${(@)words[2,CURRENT - 1]}"; do
    case "\${path_:+$path_ }$word" in
${stepsTo(commands, 'path_')}
    esac
  done
  case "$path_:$before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$path_" in
${commands.map(wordCase).join('\n')}
  esac
  _describe 'policywright' found
  [[ "$words[CURRENT]" == -* ]] || _files
}
_policywright "$@"
`;
}

function valueCases({ path, options }: CompletedCommand): readonly string[] {
  return options.flatMap((option) => {
    const { value } = option;
    if (value === 'none') return [];
    const complete = value === 'any' ? '_files' : `compadd -- ${value.join(' ')}`;
    return flagsOf(option).map((flag) => `    '${path.join(' ')}:${flag}') ${complete}; return ;;`);
  });
}

function wordCase({ path, commands, options, operands }: CompletedCommand): string {
  const values = operands.map((word): CompletedWord => ({ word, description: word }));
  const words = [...commands, ...values, ...options].map(described).join(' ');
  return `    '${path.join(' ')}') found=(${words}) ;;`;
}

/** A word and its meaning, which a colon parts, as zsh reads them. */
function described({ word, description }: CompletedWord): string {
  return `'${word}:${description.replaceAll(':', String.raw`\:`).replaceAll("'", String.raw`'\''`)}'`;
}
