import { PatternIndex, type PatternProofs } from '@policywright/analyzer/cover';
import { isNoArn } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import { isIdleBeside } from '../../facts/isIdleBeside.ts';
import { findWithin, newProofs, reportSpent } from '../../facts/proofs.ts';
import { remove } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports resources that another entry of the same list covers. */
export const redundantResource: Rule = {
  id: 'redundant-resource',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_RESOURCE' },
  reads: ['Resource'],
  doc: 'a resource is covered by another entry of the same list',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a/*'] }), {
          at: '/Statement/0/Resource/1',
          message: 'found `arn:aws:s3:::b/a/*`, which `arn:aws:s3:::b/*` covers',
          help: 'remove it',
          marks: '"arn:aws:s3:::b/a/*"',
          fix: { to: '', keepsDecisions: true },
        }),
        finds(allow({ Resource: ['*', 'arn:aws:s3:::b/*'] }), { at: '/Statement/0/Resource/1' }),
        finds(allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/${aws:username}'] }), {
          at: '/Statement/0/Resource/1',
        }),
        finds(allow({ NotResource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a'] }), {
          at: '/Statement/0/NotResource/1',
        }),
        finds(allow({ Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b'] }), {
          at: '/Statement/0/Resource/1',
          message: 'found `arn:aws:s3:::b` a second time',
          help: 'remove it',
        }),
        finds(allow({ Resource: ['arn:aws:s3:::b/a/*', 'arn:aws:s3:::b/*'] }), {
          at: '/Statement/0/Resource/0',
        }),
        // Of two that cover each other, the first stays.
        finds(allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/**'] }), {
          at: '/Statement/0/Resource/1',
        }),
        finds(allow({ Resource: ['arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/*'] }), {
          at: '/Statement/0/Resource/0',
        }),
      ],
      good: [
        allow({ Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }),
        allow({ Resource: ['arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/bob'] }),
        allow({ NotResource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/${aws:username}'] }),
        allow({ Resource: ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/bob/a'] }),
        // What is filled in before it is deployed covers nothing for certain.
        allow({ Resource: ['${BucketArn}/*', 'arn:aws:s3:::b/a'] }),
      ],
    };
  },
  *check(context) {
    const proofs = newProofs();
    for (const { resources, statement } of context.statements) {
      for (const { entry, by } of coveredResources(resources, proofs, statement.resource?.negated === true)) {
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

type ResourceEntry = ListEntry<ResourceFacts>;

function messageOf(text: string, by: string): string {
  return text === by
    ? `found ${quote(text)} a second time`
    : `found ${quote(text)}, which ${quote(by)} covers`;
}

/** Entries that another covers; of two that cover each other, only the later. */
function coveredResources(
  entries: readonly ResourceEntry[],
  proofs: PatternProofs,
  negated: boolean,
): readonly { readonly entry: ResourceEntry; readonly by: ResourceEntry }[] {
  const seen = new Map<string, ResourceEntry>();
  const found: { entry: ResourceEntry; by: ResourceEntry }[] = [];
  const isCovered = (outer: ResourceFacts, inner: ResourceFacts): boolean =>
    !isNoArn(inner.widened) && proofs.resource(outer.text, inner.text, negated);
  const wide = new PatternIndex(
    entries.filter(({ facts, unknown }) => !unknown && /[*?]/.test(facts.text)),
    ({ facts }) => facts.text,
  );
  for (const entry of entries) {
    const twin = seen.get(entry.facts.text);
    seen.set(entry.facts.text, entry);
    const by =
      twin ??
      findWithin(wide.above(entry.facts.text), proofs, (other) => isIdleBeside(entry, other, isCovered));
    if (by !== undefined) found.push({ entry, by });
  }
  return found;
}
