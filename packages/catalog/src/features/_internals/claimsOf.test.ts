import { expect, test } from 'vitest';
import { FEATURE_NAMES, type FeatureName } from '../../model/featureNames.ts';
import { cite } from '../../overlays/citation.ts';
import type { ServicePage } from '../../overlays/servicePages.ts';
import { readStatedFeature } from '../../overlays/statedFeatures.ts';
import type { Support } from '../../model/support.ts';
import { claimsOf } from './claimsOf.ts';

function page(support: Support, isPresent: boolean): ServicePage {
  const cells = FEATURE_NAMES.map((feature) => [feature, support] as const);
  return {
    support: Object.fromEntries(cells) as Readonly<Record<FeatureName, Support>>,
    source: cite({ title: 'How the service works with IAM', path: 'a.html' }),
    isPresent,
  };
}

const stated = [readStatedFeature('made role y made/latest/dg/role.html')];

test('a page on one feature comes after a present page on all, and before an older one', () => {
  const supports = (pages: readonly ServicePage[]): readonly Support[] =>
    claimsOf({ prefix: 'made', pages, rows: [], stated }, 'Service roles').claims.map(
      ({ support }) => support,
    );
  expect(supports([page('no', true)])).toEqual(['no', 'yes']);
  expect(supports([page('no', false)])).toEqual(['yes', 'no']);
  expect(supports([page('unknown', true), page('partial', false)])).toEqual(['yes', 'partial']);
  expect(supports([])).toEqual(['yes']);
});

test('it says nothing of other features', () => {
  expect(claimsOf({ prefix: 'made', pages: [], rows: [], stated }, 'Principal permissions').claims).toEqual(
    [],
  );
});
