import { LIMITS } from '../../data/limits.ts';
import { compileGlob, subsumes } from '@policywright/arn';
import { quote } from '../../engine/quote.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import { remove } from '../../fix/edits.ts';
import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';

/** Reports actions that another entry of the same list covers. */
export const redundantAction: Rule = {
  id: 'redundant-action',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_ACTION' },
  reads: ['Action'],
  doc: 'an action is covered by another entry of the same list',
  examples: {
    bad: [
      allow({ Action: ['s3:GetObject', 's3:Get*'] }),
      allow({ Action: ['s3:GetObject', 'S3:getobject'] }),
      allow({ NotAction: ['s3:*Object', 's3:*'] }),
      allow({ Action: ['*', 's3:GetObject'] }),
    ],
    good: [allow({ Action: ['s3:GetObject*', 's3:Get?bject'] }), allow({ Action: ['s3:Get*', 's3:Put*'] })],
  },
  *check(context) {
    for (const { actions } of context.statements) {
      for (const { entry, by } of coveredActions(actions)) {
        yield {
          pointer: entry.pointer,
          message: messageOf(entry.facts.text, by.facts.text),
          help: 'remove it',
          fix: remove(context, entry.pointer, true),
        };
      }
    }
  },
};

function messageOf(text: string, by: string): string {
  const twice = text.toLowerCase() === by.toLowerCase();
  return twice ? `found ${quote(text)} a second time` : `found ${quote(text)}, which ${quote(by)} covers`;
}

/** Entries that another covers; of two that cover each other, only the later. */
function coveredActions(
  entries: readonly ListEntry<ActionFacts>[],
): readonly { readonly entry: ListEntry<ActionFacts>; readonly by: ListEntry<ActionFacts> }[] {
  const known = entries.filter(({ unknown }) => !unknown);
  const first = new Map<string, ListEntry<ActionFacts>>();
  const found: { entry: ListEntry<ActionFacts>; by: ListEntry<ActionFacts> }[] = [];
  // Only a wildcard can cover what is not equal to it.
  const wide = known
    .filter(({ facts }) => facts.hasWildcard)
    .slice(0, Math.floor(LIMITS.comparisons / known.length));
  for (const entry of known) {
    const twin = first.get(entry.facts.text.toLowerCase());
    if (twin === undefined) first.set(entry.facts.text.toLowerCase(), entry);
    const by = twin ?? wide.find((other) => covers(other, entry));
    if (by !== undefined) found.push({ entry, by });
  }
  return found;
}

function covers(wide: ListEntry<ActionFacts>, narrow: ListEntry<ActionFacts>): boolean {
  const { facts: outer } = wide;
  const { facts: inner } = narrow;
  if (outer === inner || wide === narrow) return false;
  if (outer.isEverything) return !inner.isEverything || wide.index < narrow.index;
  if (outer.prefix !== inner.prefix) return false;
  // Both sides of the colon compare on their own; the prefixes are equal, so that the names decide.
  if (!subsumesName(outer.name, inner.name)) return false;
  return wide.index < narrow.index || !subsumesName(inner.name, outer.name);
}

function subsumesName(wide: string, narrow: string): boolean {
  const options = { ignoreCase: true };
  const outer = compileGlob(wide, options);
  if (!/[*?]/.test(narrow)) return outer.matches(narrow);
  return subsumes(outer, compileGlob(narrow, options), { limit: LIMITS.steps }).verdict === 'yes';
}
