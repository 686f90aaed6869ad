import { quote } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Report } from '../../rule/rule.ts';
import { hasLonelyWildcard } from './hasLonelyWildcard.ts';
import { IDENTIFIER_KEYS } from './identifierKeys.ts';

/** What in a value can stand for others than were meant. */
export type LoosePart = 'wildcard' | 'variable';

// Characters that no policy has: for a loose part, and for a variable that is none.
const LOOSE = '\uE000';
const FIXED = '\uE001';
const FEWEST_CHARACTERS = 6;
const USER_ID = 'aws:userid';
/** Further keys that say who calls, or whose the caller, the source, the network or the resource is. */
const CALLER_KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:sourcearn',
  'aws:ec2instancesourcevpc',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:sourceidentity',
  'aws:sourceorgpaths',
  'aws:username',
  'aws:vpceorgpaths',
  'identitystore:userid',
]);

/**
 * Reports wildcards or variables in values that say who calls, where they let in more than was meant: anywhere in
 * identifiers that AWS makes, in front of the colon of `aws:userid`, and behind fewer than six characters of others.
 */
export function* checkLooseValues(context: LintContext, part: LoosePart): Iterable<Report> {
  if (part === 'variable' && !context.hasVariables) return;
  const mark = part === 'wildcard' ? markWildcards : markVariables;
  for (const { facts, statement } of context.conditions) {
    const { key, operator } = facts.condition;
    if (facts.family !== 'String' || (part === 'wildcard' && !operator.name.endsWith('Like'))) continue;
    for (const { text, pointer } of valueEntries(context, facts)) {
      const marked = mark(text, facts.key);
      const fault = marked.includes(LOOSE) ? faultOf(marked, facts, statement) : undefined;
      if (fault === undefined || (part === 'wildcard' && isOfEndpointRules(context, facts.key, text)))
        continue;
      const { says, help } = WORDS[fault](part);
      yield { pointer, message: `found ${quote(text)} for ${quote(key)}, ${says}`, help };
    }
  }
}

/** Whether rules about endpoint policies, which do not take such patterns, report a wildcard. */
function isOfEndpointRules({ type }: LintContext, key: string, text: string): boolean {
  return type === 'vpcEndpoint' && (IDENTIFIER_KEYS.has(key) || hasLonelyWildcard(text));
}

const WORDS = {
  sensitive: (part: LoosePart) => ({
    says: `whose values are identifiers that AWS makes: with a ${part} it lets in those of others`,
    help: 'write the identifiers in full',
  }),
  userId: (part: LoosePart) => ({
    says: `where a ${part} in front of the colon takes in other roles and users`,
    help: `write the unique id in full, with a ${part} behind its colon only`,
  }),
  short: (part: LoosePart) => ({
    says: `where fewer than ${FEWEST_CHARACTERS} characters stand in front of the ${part}`,
    help: `write at least ${FEWEST_CHARACTERS} characters in front of it`,
  }),
};

function faultOf(
  marked: string,
  { key, negated }: ConditionFacts,
  { allows }: StatementFacts,
): keyof typeof WORDS | undefined {
  if (IDENTIFIER_KEYS.has(key)) return 'sensitive';
  if (key === USER_ID) return isLooseUserId(marked) ? 'userId' : undefined;
  // A pattern that lets fewer through is no risk.
  const opens = allows !== negated;
  return opens && CALLER_KEYS.has(key) && marked.indexOf(LOOSE) < FEWEST_CHARACTERS ? 'short' : undefined;
}

/** In front of the colon it may stand alone only: then nothing but the name of the session counts. */
function isLooseUserId(marked: string): boolean {
  const colon = marked.indexOf(':');
  if (colon < 0) return true;
  const id = marked.slice(0, colon);
  return id.includes(LOOSE) && id !== LOOSE;
}

/** A policy for several partitions lets nobody else in: accounts are of one. */
const ANY_PARTITION = /^arn:(?:\*|aws\*):/;

function markWildcards(text: string, key: string): string {
  // A lone `*` only asks whether the key is there, of which another rule speaks.
  if (CALLER_KEYS.has(key) && /^\*+$/.test(text)) return text;
  return replaceVariables(text.replace(ANY_PARTITION, 'arn:aws:'), () => FIXED).replace(/[*?]/g, LOOSE);
}

/** An identifier of AWS is no wildcard, and nobody can choose it. */
function markVariables(text: string, key: string): string {
  return replaceVariables(text, (name) =>
    IDENTIFIER_KEYS.has(name) || (name === USER_ID && key !== USER_ID) ? FIXED : LOOSE,
  );
}

function replaceVariables(text: string, replacementOf: (name: string) => string): string {
  let replaced = '';
  let position = 0;
  for (const { start, end, inner } of findVariables(text)) {
    const [name = ''] = inner.split(',', 1);
    replaced += text.slice(position, start) + replacementOf(name.trim().toLowerCase());
    position = end;
  }
  return replaced + text.slice(position);
}
