import { matchTemplate } from '../../_internals/template.ts';
import type { ArnVariableForm } from '../../model/arnVariable.ts';
import { arnVariableFacts } from '../arnVariableFacts.ts';
import { canHold, fitsForm } from './fitsForm.ts';
import type { Format } from './formats.ts';

/** An ARN read in one format. */
export interface Reading {
  readonly format: Format;
  readonly variables: Readonly<Record<string, string>>;
  /** Whether no name in the resource part holds a separator. */
  readonly plain: boolean;
  /** Whether the names in the resource part have forms of their variables; `unknown` where not all forms are known. */
  readonly names: 'like' | 'unlike' | 'unknown';
}

/** The forms of a variable; `undefined` where nothing is known of its values. */
type Forms = readonly ArnVariableForm[] | undefined;

/** What separators names can hold: those of their forms, or any, as a wildcard can stand for parts of an ARN. */
export type Separators = 'of forms' | 'any';

/**
 * Reads an ARN in a format.
 *
 * @param fields - the ARN, split.
 * @returns `undefined` where it does not have the format, or a name holds a separator that it never holds.
 */
export function readArn(
  format: Format,
  [, ...parts]: readonly string[],
  separators: Separators,
): Reading | undefined {
  const variables: Record<string, string> = {};
  for (const [index, template] of format.fields.entries()) {
    const values = matchTemplate(template, parts[index] ?? '');
    if (values === undefined) return undefined;
    for (const [position, name] of template.variables.entries()) {
      if (name !== '') variables[name] = values[position] ?? '';
    }
  }
  const forms = formsOf(format);
  const resource = parts[format.fields.length] ?? '';
  const values = (['start', 'end'] as const)
    .map((side) => matchTemplate(format.resource, resource, side))
    .find((found) =>
      found?.every((value, position) => separators === 'any' || canSeparate(value, forms[position])),
    );
  if (values === undefined) return undefined;
  let plain = true;
  for (const [position, value] of values.entries()) {
    const name = format.resource.variables[position] ?? '';
    if (name === '') continue;
    variables[name] = value;
    if (/[/:]/.test(value)) plain = false;
  }
  return { format, variables, plain, names: compareNames(values, forms) };
}

const knownForms = new WeakMap<Format, readonly Forms[]>();

function formsOf(format: Format): readonly Forms[] {
  let forms = knownForms.get(format);
  if (forms === undefined) {
    forms = format.resource.variables.map((name) => arnVariableFacts(format.type, name)?.forms);
    knownForms.set(format, forms);
  }
  return forms;
}

/** Whether the separators in a value are such as the forms can hold. */
function canSeparate(value: string, forms: Forms): boolean {
  return forms === undefined || [...'/:'].every((sign) => !value.includes(sign) || canHold(sign, forms));
}

function compareNames(values: readonly string[], forms: readonly Forms[]): Reading['names'] {
  if (values.some((value, position) => !isLike(value, forms[position]))) return 'unlike';
  return forms.includes(undefined) ? 'unknown' : 'like';
}

/** A wildcard or a policy variable, which is a private character here, can stand for what the forms ask for. */
function isLike(value: string, forms: Forms): boolean {
  return forms === undefined || /[*?\uE000-\uF8FF]/.test(value) || fitsForm(value, forms);
}
