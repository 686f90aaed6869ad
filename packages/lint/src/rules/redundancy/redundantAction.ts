import type { PatternProofs } from '@policywright/analyzer/cover';
import { quote } from '@policywright/policy/text';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import { isIdleBeside } from '../../facts/isIdleBeside.ts';
import { findWithin, newProofs, reportSpent } from '../../facts/proofs.ts';
import { remove } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports actions that another entry of the same list covers. */
export const redundantAction: Rule = {
  id: 'redundant-action',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_ACTION' },
  reads: ['Action'],
  doc: 'an action is covered by another entry of the same list',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: ['s3:GetObject', 's3:Get*'] }), {
          at: '/Statement/0/Action/0',
          message: 'found `s3:GetObject`, which `s3:Get*` covers',
          help: 'remove it',
          marks: '"s3:GetObject"',
          fix: { to: '', keepsDecisions: true },
        }),
        finds(allow({ Action: ['s3:GetObject', 'S3:getobject'] }), {
          at: '/Statement/0/Action/1',
          message: 'found `S3:getobject` a second time',
          help: 'remove it',
        }),
        finds(allow({ NotAction: ['s3:*Object', 's3:*'] }), { at: '/Statement/0/NotAction/0' }),
        finds(allow({ Action: ['*', 's3:GetObject'] }), { at: '/Statement/0/Action/1' }),
        finds(allow({ Action: ['s3:GetObject', '*'] }), { at: '/Statement/0/Action/0' }),
        finds(allow({ Action: ['*:*', '*'] }), {
          at: '/Statement/0/Action/1',
          message: 'found `*`, which `*:*` covers',
          help: 'remove it',
        }),
        // Of two that cover each other, the first stays.
        finds(allow({ Action: ['s3:Get*', 's3:Get**'] }), { at: '/Statement/0/Action/1' }),
        finds(allow({ Action: ['s3:GetObject?cl', 's3:GetObject*cl'] }), { at: '/Statement/0/Action/0' }),
      ],
      good: [allow({ Action: ['s3:GetObject*', 's3:Get?bject'] }), allow({ Action: ['s3:Get*', 's3:Put*'] })],
    };
  },
  *check(context) {
    const proofs = newProofs();
    for (const { actions } of context.statements) {
      for (const { entry, by } of coveredActions(actions, proofs)) {
        yield {
          pointer: entry.pointer,
          message: messageOf(entry.facts.text, by.facts.text),
          help: 'remove it',
          fix: remove(context, entry.pointer, true),
        };
      }
    }
    reportSpent(context, proofs);
  },
};

function messageOf(text: string, by: string): string {
  const twice = text.toLowerCase() === by.toLowerCase();
  return twice ? `found ${quote(text)} a second time` : `found ${quote(text)}, which ${quote(by)} covers`;
}

/** Entries that another covers; of two that cover each other, only the later. */
function coveredActions(
  entries: readonly ListEntry<ActionFacts>[],
  proofs: PatternProofs,
): readonly { readonly entry: ListEntry<ActionFacts>; readonly by: ListEntry<ActionFacts> }[] {
  const known = entries.filter(({ unknown }) => !unknown);
  const seen = new Map<string, ListEntry<ActionFacts>>();
  const found: { entry: ListEntry<ActionFacts>; by: ListEntry<ActionFacts> }[] = [];
  const isCovered = (outer: ActionFacts, inner: ActionFacts): boolean =>
    proofs.action(outer.text, inner.text);
  // Only a wildcard can cover what is not equal to it, and but for `*` only one of the same service.
  const everything = known.filter(({ facts }) => facts.isEverything);
  const wide = widePatterns(known);
  for (const entry of known) {
    const twin = seen.get(entry.facts.lower);
    seen.set(entry.facts.lower, entry);
    const isCover = (other: ListEntry<ActionFacts>): boolean => isIdleBeside(entry, other, isCovered);
    const by =
      twin ??
      findWithin(everything, proofs, isCover) ??
      findWithin(wide.get(entry.facts.prefix) ?? [], proofs, isCover);
    if (by !== undefined) found.push({ entry, by });
  }
  return found;
}

function widePatterns(
  entries: readonly ListEntry<ActionFacts>[],
): ReadonlyMap<string, readonly ListEntry<ActionFacts>[]> {
  const byPrefix = new Map<string, ListEntry<ActionFacts>[]>();
  for (const entry of entries) {
    const { facts } = entry;
    // The whole texts are compared, which is right only where no wildcard is in front of the colon.
    if (!facts.hasWildcard || facts.isOfAnyService) continue;
    const list = byPrefix.get(facts.prefix) ?? [];
    byPrefix.set(facts.prefix, list);
    list.push(entry);
  }
  return byPrefix;
}
