import type { HeadedText } from '../emit/header.ts';

/** How a generated file stands to what is on disk. */
export type FileState =
  /** On disk as generated. */
  | { readonly kind: 'same'; readonly path: string }
  /** Not on disk. */
  | { readonly kind: 'missing'; readonly path: string; readonly text: string }
  /** On disk as an earlier run generated it. */
  | {
      readonly kind: 'outdated';
      readonly path: string;
      readonly text: string;
      readonly current: string;
      readonly header: HeadedText;
    }
  /** On disk as an earlier run generated it, and no longer generated. */
  | { readonly kind: 'stale'; readonly path: string }
  /** On disk with changes that no run made. */
  | {
      readonly kind: 'edited';
      readonly path: string;
      readonly text: string | undefined;
      readonly current: string;
    }
  /** On disk without the header that a run would have written. */
  | { readonly kind: 'foreign'; readonly path: string }
  /** On disk, but it cannot be read. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };
