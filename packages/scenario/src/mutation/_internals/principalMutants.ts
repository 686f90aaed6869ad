import type { PrincipalElement, PrincipalEntry, Statement } from '@policywright/policy';
import { line, type Mutant } from './mutant.ts';

/** Drops each principal, and opens an Allow to everybody. */
export function principalMutants(statement: Statement): readonly Mutant[] {
  const { principal, effect, pointer } = statement;
  if (principal === undefined) return [];
  const name = principal.negated ? 'NotPrincipal' : 'Principal';
  const place = { pointer: `${pointer}/${name}`, equivalent: false };
  const withEntries = (entries: PrincipalElement['entries']): Statement => ({
    ...statement,
    principal: { ...principal, entries },
  });
  const drops = principal.entries.map((entry, index): Mutant => {
    const others = principal.entries.filter((_, other) => other !== index);
    const before = line(entry.kind, entry.value);
    const twice = others.some((other) => same(other, entry));
    return {
      ...place,
      kind: 'drop-principal',
      before,
      after: null,
      statement: withEntries(others),
      equivalent: twice,
    };
  });
  const everybody: PrincipalEntry = { kind: 'AWS', value: '*' };
  const isOpen = principal.entries.some((entry) => same(entry, everybody));
  if (principal.negated || effect === 'Deny' || isOpen) return drops.length > 1 ? drops : [];
  const [first, ...more] = principal.entries;
  const before = line(name, first === undefined ? '' : `${first.value}${more.length > 0 ? ', …' : ''}`);
  const widened = withEntries([everybody]);
  const wide: Mutant = {
    ...place,
    kind: 'widen-principal',
    before,
    after: line(name, '*'),
    statement: widened,
  };
  return [...(drops.length > 1 ? drops : []), wide];
}

function same(one: PrincipalEntry, other: PrincipalEntry): boolean {
  return one.kind === other.kind && one.value === other.value;
}
