import { groupCells, patternOfTokens, type FamilyPattern, type PatternGroup } from '@policywright/arn/family';
import { tokenizeGlob } from '@policywright/arn';
import type { Truth } from '@policywright/conditions';
import type { ConditionDescription, TextTemplate, ValueDescription } from '@policywright/conditions/engine';
import type { Element, Elements, ElementsAsked, Filling } from './cell.ts';
import { templateForms, templateKey, type TemplateForm } from './templateForms.ts';
import { TemplateWords, type TruthOfForm } from './templateWords.ts';

const UNIVERSES: Readonly<Record<Filling, FamilyPattern>> = {
  empty: patternOfTokens(tokenizeGlob('')),
  filled: patternOfTokens(tokenizeGlob('?*')),
};

/** Above so many values with policy variables, their combinations are not gone through. */
const MOST_TEMPLATES = 6;

/**
 * The values of a key that conditions on texts tell apart: strings, ARNs and booleans alike.
 *
 * A value with policy variables may match a text, where the text matches it with `*` for each variable, or not: both is
 * given as far as values with the same variables allow, without a witness, since what the variables stand for is not
 * known here.
 *
 * @param conditions - the conditions; all compare texts.
 * @param asked - of which values, and how far to go.
 * @returns the values.
 */
export function textElements(
  conditions: readonly ConditionDescription[],
  { filling, facts, limits }: ElementsAsked,
): Elements {
  const forms = templateForms(conditions);
  if (forms.length > MOST_TEMPLATES) return { outcome: 'limit', steps: 0 };
  const plain: readonly PatternGroup[] = conditions.flatMap(({ values }) => [
    { patterns: values.theory === 'text' ? values.matches : [] },
    { patterns: values.theory === 'text' ? (values.readable ?? []) : [] },
  ]);
  const groups = [
    ...plain,
    ...forms.map(({ upper }) => ({ patterns: [upper] })),
    { patterns: facts.not ?? [] },
  ];
  const words = new TemplateWords(plain, forms, limits);
  const found = groupCells(groups, { ...limits, universe: facts.texts ?? [UNIVERSES[filling]] });
  const steps = words.steps + found.steps;
  if (found.outcome === 'limit') return { outcome: 'limit', steps };
  const elements = new Map<string, Element>();
  for (const { groups: accepted, text } of found.cells) {
    const inside = new Set(accepted);
    if (inside.has(groups.length - 1)) continue;
    const able = forms.filter((_, index) => inside.has(plain.length + index));
    for (const truthOfForm of assignments(able)) {
      if (!words.isPossible(inside, truthOfForm)) continue;
      const truths = conditions.map((condition, index) =>
        truthFor(condition, {
          matches: inside.has(2 * index),
          isReadable: inside.has(2 * index + 1),
          truthOfForm,
        }),
      );
      const key = truths.join('');
      if (able.length === 0) elements.set(key, { truths, text });
      else if (!elements.has(key)) elements.set(key, { truths });
    }
  }
  return { outcome: 'elements', elements: [...elements.values()], steps };
}

/** Every way in which values with variables may come out. */
function assignments(forms: readonly TemplateForm[]): readonly TruthOfForm[] {
  let all: readonly TruthOfForm[] = [new Map()];
  for (const { key, outcomes } of forms) {
    all = all.flatMap((one) => outcomes.map((truth) => new Map([...one, [key, truth]])));
  }
  return all;
}

interface Seen {
  readonly matches: boolean;
  readonly isReadable: boolean;
  readonly truthOfForm: TruthOfForm;
}

function truthFor({ values, truths }: ConditionDescription, seen: Seen): Truth {
  if (values.theory !== 'text') return truths[0];
  return truths[verdictOf(values, seen)];
}

function verdictOf(
  values: ValueDescription & { readonly theory: 'text' },
  { matches, isReadable, truthOfForm }: Seen,
): Truth {
  if (matches) return 1;
  if (values.readable !== undefined && !isReadable) return 2;
  const open = values.templates.map((template: TextTemplate) => truthOfForm.get(templateKey(template)) ?? 0);
  return open.includes(1) ? 1 : open.includes(2) ? 2 : values.otherwise;
}
