import { parsePolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { LintContext } from '../facts/lintContext.ts';
import {
  applyFixes,
  lintText,
  RULE_GROUPS,
  RULES,
  type Finding,
  type Rule,
  type RuleExample,
} from '../index.ts';

const lint = (rule: Rule, { text, settings = {}, ...kind }: RuleExample): readonly Finding[] =>
  lintText(text, { ...kind, settings, rules: { [rule.id]: rule.severity } }).findings;

const of = (findings: readonly Finding[], rule: Rule): readonly Finding[] =>
  findings.filter(({ code }) => code === rule.id);

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('is named, documented and has examples of both kinds', () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(RULE_GROUPS).toContain(rule.group);
    expect(rule.doc).toMatch(/^[a-zA-Z`].{10,160}[^.]$/);
    expect(rule.reads.length).toBeGreaterThan(0);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.bad.map((example) => [example.text.slice(0, 300), example] as const))(
    'fires on %s',
    (_, example) => {
      const found = of(lint(rule, example), rule);
      expect(found.length).toBeGreaterThan(0);
      expect(found.map(({ path }) => path)).toEqual(example.finds.map(({ at }) => at));
      for (const finding of found) {
        expect(finding.message).toMatch(/^[a-z`].*[^.]$/);
        expect(finding.help ?? 'none').toMatch(/^[a-z`].*[^.]$/);
        expect(finding.aliases).toEqual(rule.aliases);
        const { start, end } = finding.range ?? { start: { offset: -1 }, end: { offset: -1 } };
        expect(start.offset).toBeGreaterThanOrEqual(0);
        expect(end.offset).toBeLessThanOrEqual(example.text.length);
      }
    },
  );

  test('says, marks and mends what its examples have it say, mark and mend', () => {
    const said = new Set<string>();
    for (const [index, example] of rule.examples.bad.entries()) {
      const found = of(lint(rule, example), rule);
      for (const [place, expected] of example.finds.entries()) {
        const finding = found[place];
        if (finding === undefined) continue;
        const { message, help, marks, fix } = expected;
        const kind = kindOf(finding);
        if (!said.has(kind)) expect(message, kind).toBeDefined();
        said.add(kind);
        if (message !== undefined) expect([finding.message, finding.help]).toEqual([message, help]);
        if (marks !== undefined) expect(marked(example.text, finding)).toBe(marks);
        if (fix !== undefined) expect(mended(finding)).toEqual(fix);
        // The first one tells whether there is a fix, and which.
        if (index === 0 && place === 0) expect(mended(finding)).toEqual(fix);
      }
    }
  });

  test.each(rule.examples.good.map((example) => [example.text.slice(0, 300), example] as const))(
    'is silent on %s',
    (_, example) => {
      expect(of(lint(rule, example), rule)).toEqual([]);
    },
  );

  test('INVARIANT 21: a fix clears its finding, adds none, and is idempotent', () => {
    for (const example of rule.examples.bad) {
      const before = lint(rule, example);
      const fixable = of(before, rule).filter(({ fix }) => fix !== undefined);
      for (const finding of fixable.slice(0, 1)) {
        const { text } = applyFixes(example.text, [finding], { changeDecisions: true });
        expect(text).not.toBe(example.text);
        const after = lint(rule, { ...example, text });
        expect(of(after, rule).length).toBe(of(before, rule).length - 1);
        const codes = new Set(before.map(({ code }) => code));
        expect(after.filter(({ code }) => !codes.has(code))).toEqual([]);
        const again = of(after, rule).filter(({ fix }) => fix !== undefined);
        if (again.length === 0)
          expect(applyFixes(text, of(after, rule), { changeDecisions: true }).text).toBe(text);
      }
    }
  });
});

/** A sentence without what it names: of each such sentence some example has the words. */
function kindOf({ message, help = '' }: Finding): string {
  const words = `${message}; ${help}`.replace(/`[^`]*`/g, '`').replace(/\d+/g, '0');
  return words.replace(/`(?:, `)+/g, '`');
}

function marked(text: string, { range }: Finding): string | undefined {
  return range && text.slice(range.start.offset, range.end.offset);
}

function mended({ fix }: Finding): { readonly to: string; readonly keepsDecisions: boolean } | undefined {
  if (fix === undefined) return undefined;
  const to = fix.edits.map(({ replacement }) => replacement).join(' … ');
  return { to, keepsDecisions: fix.keepsDecisions };
}

/** Rules of whose examples some have an empty text, since that is what they are about. */
const WITH_EMPTY_TEXTS = ['empty-sid-value', 'negated-operator-on-absent-key', 'unique-sids-recommended'];

test('an example has an empty text only where the rule is about one', () => {
  const found = RULES.filter(({ examples }) =>
    [...examples.bad, ...examples.good].some(({ text }) => text.includes('""')),
  );
  expect(found.map(({ id }) => id).sort()).toEqual(WITH_EMPTY_TEXTS);
});

test('ids are unique', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test('a rule that reads conditions or principals only says nothing where there are none', () => {
  const texts = RULES.flatMap(({ examples }) => [...examples.bad, ...examples.good]);
  for (const element of ['Condition', 'Principal'] as const) {
    const rules = RULES.filter(({ reads, check }) => check && reads.length === 1 && reads[0] === element);
    expect(rules.length).toBeGreaterThan(5);
    for (const { text, type, settings = {} } of texts) {
      if (text.includes(`"${element}"`) || text.includes('NotPrincipal')) continue;
      const parsed = parsePolicy(text, { type });
      if (!parsed.ok) continue;
      const known = {
        text,
        settings,
        isUnknown: undefined,
      };
      const context = new LintContext(parsed.policy, known);
      expect(rules.flatMap(({ check }) => [...(check?.(context) ?? [])])).toEqual([]);
    }
  }
});
