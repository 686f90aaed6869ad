import type { Io } from '../../io/io.ts';

/**
 * Shortens an ARN format on a terminal, so that what tells resource types apart is on the screen: what stands for
 * partition, region and account is written `*`, as a policy could. In a pipe it stays whole.
 *
 * @param io - its standard output decides.
 * @param format - such as `arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}`.
 * @returns such as `arn:*:ecs:*:*:cluster/${ClusterName}`.
 */
export function arnFormatFor(io: Io, format: string): string {
  return io.stdout.isTTY ? shortArnFormat(format) : format;
}

/** As {@link arnFormatFor} on a terminal. */
export function shortArnFormat(format: string): string {
  return format.replace(/\$\{(?:Partition|Region|Account)\}/g, '*');
}
