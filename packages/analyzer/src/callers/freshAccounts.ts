import { compileGlob } from '@policywright/arn';
import { groupCells, patternOf, patternOfParts, type FamilyPattern } from '@policywright/arn/family';
import type { CompiledStatement } from '@policywright/evaluator/engine';

/** Accounts that no policy names: one for each way in which patterns of accounts take them. */
export interface FreshAccounts {
  readonly accounts: readonly string[];
  /** There may be others, which patterns take in other ways. */
  readonly isOpen: boolean;
}

/** Numbers of no account in documentation and of no pattern that people write. */
const WISHES: readonly string[] = ['999900001111', '888800002222', '777700003333', '666600004444'];
const ANY_ACCOUNT: FamilyPattern = patternOf(compileGlob('????????????')) ?? patternOfParts([]);
const KEYS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'kms:calleraccount',
]);
const MOST_PATTERNS = 12;

/**
 * Finds accounts that are strange to all policies.
 *
 * @param statements - compiled.
 * @param named - the accounts that policies name, and that of the resource.
 */
export function freshAccounts(
  statements: readonly CompiledStatement[],
  named: ReadonlySet<string>,
): FreshAccounts {
  const first = WISHES.find((account) => !named.has(account)) ?? unlike(named);
  const patterns = accountPatterns(statements);
  if (patterns.length === 0) return { accounts: [first], isOpen: false };
  const matchers = patterns.map((pattern) => compileGlob(pattern));
  const groups = [
    ...matchers.map((matcher) => ({ patterns: [patternOf(matcher) ?? patternOfParts([])] })),
    { patterns: [...named].map((text) => patternOfParts([{ text }])) },
  ];
  const found = groupCells(groups, { universe: [ANY_ACCOUNT], steps: 200_000 });
  if (found.outcome === 'limit' || patterns.length > MOST_PATTERNS)
    return { accounts: [first], isOpen: true };
  // A character that no pattern names stands for all others: any digit that none names does as well.
  const spare =
    [...'0123456789'].find((digit) => !patterns.some((pattern) => pattern.includes(digit))) ?? '0';
  let isOpen = false;
  const accounts = new Set([first]);
  for (const { groups: inside, text } of found.cells) {
    if (inside.includes(patterns.length)) continue;
    const account = text.replaceAll(/[^0-9]/g, spare);
    const isSame = matchers.every((matcher, index) => matcher.matches(account) === inside.includes(index));
    if (isSame && !named.has(account)) accounts.add(account);
    else isOpen = true;
  }
  return { accounts: [...accounts], isOpen };
}

/** The patterns with wildcards that conditions compare accounts with, whole or as a part of an ARN. */
function accountPatterns(statements: readonly CompiledStatement[]): readonly string[] {
  const patterns = new Set<string>();
  for (const { source } of statements) {
    for (const { key, values } of source.conditions) {
      if (!KEYS.has(key.toLowerCase())) continue;
      for (const value of values) {
        const [whole = '', , , , account] = value.split(':');
        const head = /^arn:[^:*?]*:[a-z]+::(\d{1,12})\*/.exec(value)?.[1];
        const texts = [
          ...(whole.startsWith('arn') ? [] : [whole]),
          account ?? '',
          head === undefined ? '' : `${head}*`,
        ];
        // One with a letter takes no account.
        for (const text of texts)
          if (/^[0-9*?]+$/.test(text) && /[*?]/.test(text) && /\d/.test(text)) patterns.add(text);
      }
    }
  }
  return [...patterns];
}

function unlike(named: ReadonlySet<string>): string {
  let number = 555_500_000_000;
  while (named.has(String(number))) number++;
  return String(number);
}
