import type { BlamedElement, DeadStatement } from '@policywright/analyzer';
import { showUnknown } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { shortList } from '../../terminal/shortList.ts';
import type { Asked } from './rows.ts';
import { statementFacts } from './report/statementFacts.ts';

const MOST_STATEMENTS = 5;

/**
 * Says what makes a statement dead: the elements that no request meets together, or the statements that do its work.
 *
 * @param dead - the statement.
 * @param asked - the policies that it is one of.
 * @returns `undefined` where the kind says all.
 */
export function deadReason(dead: DeadStatement, asked: Asked): string | undefined {
  switch (dead.kind) {
    case 'never-matches': {
      const { blamed, universe } = dead.because;
      if (blamed.length === 0) return undefined;
      const parts = blamed.map(partText);
      const together = parts.length === 1 ? '' : ' together';
      const source = universe === 'aws' ? ', according to the catalog' : '';
      return `no request meets ${listed(parts)}${together}${source}`;
    }
    case 'overridden':
    case 'redundant': {
      const names = dead.by.flatMap((ref) => {
        const facts = statementFacts(ref, asked.policies);
        return facts === undefined ? [] : `${facts.label} of ${facts.policy.source.file}`;
      });
      return names.length === 0 ? undefined : `by ${shortList(names, MOST_STATEMENTS)}`;
    }
    case 'needless-deny':
      return undefined;
  }
}

function partText(part: BlamedElement): string {
  if (part.element !== 'Condition') return part.element;
  const { operator, key } = part.condition;
  return `${operator.text} on ${quote(showUnknown(key))}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
