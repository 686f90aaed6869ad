import { compileArnPattern, isArnPattern, STAR } from '@policywright/arn';
import { patternOf, patternOfTokens, symbolOf, type FamilyPattern } from '@policywright/arn/family';
import type { Truth } from '@policywright/conditions';
import {
  foldedPattern,
  type ConditionDescription,
  type TextTemplate,
  type Variable,
} from '@policywright/conditions/engine';

/** A value with policy variables, once for all conditions that have it. */
export interface TemplateForm {
  /** The same for equal values. */
  readonly key: string;
  /** Everything that it can come to match: with `*` for each variable. */
  readonly upper: FamilyPattern;
  /** With a symbol for each variable; `undefined` where what it matches does not follow from its form. */
  readonly symbolic: FamilyPattern | undefined;
  /** What it may be of a text that `upper` matches; of all others it is `FALSE`. */
  readonly outcomes: readonly Truth[];
}

/**
 * @param conditions - conditions.
 * @returns their values with policy variables.
 */
export function templateForms(conditions: readonly ConditionDescription[]): readonly TemplateForm[] {
  const forms = new Map<string, TemplateForm>();
  const symbols = new Map<string, number>();
  for (const { values } of conditions) {
    if (values.theory !== 'text') continue;
    for (const template of values.templates) {
      const key = templateKey(template);
      if (!forms.has(key)) forms.set(key, { key, ...formOf(template, symbols) });
    }
  }
  return [...forms.values()];
}

/**
 * @param template - a value with policy variables, over the key table of the question.
 * @returns a text that is the same for values that are read alike.
 */
export function templateKey({ parts, ignoreCase, dialect }: TextTemplate): string {
  return JSON.stringify([
    dialect,
    ignoreCase,
    ...parts.map((part) => (part instanceof Int32Array ? [...part] : part)),
  ]);
}

function formOf(template: TextTemplate, symbols: Map<string, number>): Omit<TemplateForm, 'key'> {
  const { parts, ignoreCase, dialect } = template;
  const tokensBy = (codeOf: (variable: Variable) => number): Int32Array =>
    Int32Array.from(parts.flatMap((part) => (part instanceof Int32Array ? [...part] : [codeOf(part)])));
  // In front of the resource part a value with colons shifts the parts, or makes it no ARN: it may match anything, and it may
  // be that nothing can be told.
  if (dialect === 'arn' && !hasWholeHead(parts))
    return { upper: patternOfTokens(Int32Array.of(STAR)), symbolic: undefined, outcomes: [0, 1, 2] };
  const patternBy = (codeOf: (variable: Variable) => number): FamilyPattern => {
    const tokens = tokensBy(codeOf);
    if (dialect === 'arn') return operatorPattern(tokens);
    return ignoreCase ? foldedPattern(tokens) : patternOfTokens(tokens);
  };
  const symbolic = patternBy((variable) => {
    // Where case does not matter, the text need not have the value as it is: such variables are others.
    const name = JSON.stringify([variable, ignoreCase]);
    const number = symbols.get(name) ?? symbols.size;
    symbols.set(name, number);
    return symbolOf(number);
  });
  return { upper: patternBy(() => STAR), symbolic, outcomes: [0, 1] };
}

/** Whether a value of an ARN operator is an ARN in each context: its first variable stands in the resource part (S111, S112). */
function hasWholeHead([head]: TextTemplate['parts']): boolean {
  return head instanceof Int32Array && isArnPattern({ tokens: head, length: head.length });
}

function operatorPattern(tokens: Int32Array): FamilyPattern {
  // INVARIANT: a pattern of six parts matches something.
  return patternOf(compileArnPattern(tokens, { dialect: 'operator' })) ?? patternOfTokens(tokens);
}
