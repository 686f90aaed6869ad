import { bashCompletion } from './bashCompletion.ts';
import type { CompletedCommand } from './completedWords.ts';
import { fishCompletion } from './fishCompletion.ts';
import { zshCompletion } from './zshCompletion.ts';

/** A shell that can complete. */
export type Shell = 'bash' | 'zsh' | 'fish';

/** What each shell is told. */
export const SHELLS: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};
