import { isAccountId } from '@policywright/arn';
import type { CompiledStatement } from '@policywright/evaluator/engine';

/** The accounts that the resources may be of. */
export interface ResourceAccounts {
  readonly accounts: readonly string[];
  /** No other account can own them. */
  readonly areKnown: boolean;
  /** ARNs in policies of the resource tell them. */
  readonly areRead: boolean;
}

/** A statement and the layer that it is of. */
export interface PlacedSource extends Pick<CompiledStatement, 'source'> {
  readonly layer: Pick<CompiledStatement['layer'], 'kind'>;
}

/** The account of resources in witnesses, one of those that AWS keeps for documentation. */
const WISHES: readonly string[] = ['111122223333', '444455556666', '123456789012', '000000000000'];

/**
 * Finds whose the resources are: the account that is given, or those in ARNs of the resource's policies, or one that no
 * policy names (rule S45).
 *
 * @param statements - compiled.
 * @param known - the accounts that policies name, and the one that is given.
 */
export function resourceAccounts(
  statements: readonly PlacedSource[],
  { named, given }: { readonly named: ReadonlySet<string>; readonly given: string | undefined },
): ResourceAccounts {
  if (given !== undefined) return { accounts: [given], areKnown: true, areRead: false };
  const read = new Set<string>();
  const compared = new Set<string>();
  for (const { source, layer } of statements) {
    for (const value of layer.kind === 'resource' ? (source.resource?.values ?? []) : []) {
      const account = value.split(':', 5)[4] ?? '';
      if (value.startsWith('arn:') && isAccountId(account)) read.add(account);
    }
    for (const { key, values } of source.conditions) {
      if (key.toLowerCase() !== 'aws:resourceaccount') continue;
      for (const value of values) if (isAccountId(value)) compared.add(value);
    }
  }
  if (read.size > 0) return { accounts: [...read], areKnown: true, areRead: true };
  const wish = WISHES.find((account) => !named.has(account) && !compared.has(account)) ?? '000000000000';
  return { accounts: [wish, ...compared], areKnown: false, areRead: false };
}
