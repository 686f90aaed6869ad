import type { Shard, ShardAnswers } from '@policywright/account';

/** What a thread is started with. */
export interface ThreadData {
  /** The folder of the snapshot, as the user named it. */
  readonly snapshot: string | undefined;
}

/** What a thread is sent: a part to answer for. */
export type PartRequest = Shard;

/** What a thread sends. */
export type ThreadMessage =
  /** It has read the snapshot; what is wrong with its files, in words. */
  | { readonly kind: 'ready'; readonly findings: string }
  /** The answers of the part that it was sent. */
  | { readonly kind: 'answers'; readonly answers: ShardAnswers }
  /** It cannot go on, for a reason that the user can mend. */
  | { readonly kind: 'failed'; readonly message: string; readonly help: string | undefined };
