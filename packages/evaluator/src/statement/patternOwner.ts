/** Whose resources are, as far as their ARNs tell. */
export interface ResourceOwner {
  readonly partition: string;
  /** Empty where the ARN has none. */
  readonly account: string;
}

/**
 * The owner of every resource that begins with a text.
 *
 * @param prefix - such as the literal head of a resource pattern.
 * @returns `undefined` unless it is that of an ARN and holds the whole account field, with the colon that ends it.
 */
export function ownerOfAll(prefix: string): ResourceOwner | undefined {
  const [arn, partition, , , account, rest] = prefix.split(':', 6);
  if (arn !== 'arn' || partition === undefined || account === undefined || rest === undefined)
    return undefined;
  return { partition, account };
}
