/** Options of `renderExplanation`. */
export interface RenderOptions {
  /** `text`, the default, is a tree for a terminal. */
  readonly format?: 'text' | 'markdown' | undefined;
  /** ANSI colours, for `text` only; off by default. Verdicts also carry a sign and a word. */
  readonly color?: boolean | undefined;
  /** Show statements about other actions too; off by default. */
  readonly all?: boolean | undefined;
}
