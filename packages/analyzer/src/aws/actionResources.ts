import { patternOfParts, type FamilyPattern } from '@policywright/arn/family';
import { getAction, getResourceType } from '@policywright/catalog';
import { actionClass } from './actionClass.ts';
import { formatParts } from './formatParts.ts';

/** The formats of an action's resources, each twice; the same lists for actions with the same resources. */
export interface ActionResources {
  /** Each with `*` for each variable, and `*` for requests without a resource. */
  readonly texts: readonly string[];
  /** The same, with what is known of the names: no bucket has a `/`. */
  readonly patterns: readonly FamilyPattern[];
}

interface Form {
  readonly text: string;
  readonly pattern: FamilyPattern;
}

/** The pseudo-resource, which is a text and no pattern. */
const NONE: Form = { text: '*', pattern: patternOfParts([{ text: '*' }]) };

const byClass = new Map<string, ActionResources | undefined>();
const byText = new Map<string, Form>();

/**
 * The resources that requests for an action name (S46, S47).
 *
 * @param action - in lower case.
 * @returns their formats; `undefined` where the catalog does not have the action, or one of its resource types, or does not
 * tell what a permission is checked on.
 */
export function actionResources(action: string): ActionResources | undefined {
  const name = actionClass(action);
  if (!byClass.has(name)) byClass.set(name, formsOf(action));
  return byClass.get(name);
}

function formsOf(action: string): ActionResources | undefined {
  const found = getAction(action);
  if (found === undefined) return undefined;
  // What a permission that no operation has is checked on is often told in guides alone: `states:InvokeHTTPEndpoint` is
  // on the state machine.
  if (found.permissionOnly === true && found.resourceTypes.length === 0) return undefined;
  const forms = new Set<Form>();
  // Without a type that every request names, a request may name none.
  if (!found.resourceTypes.some(({ required }) => required)) forms.add(NONE);
  for (const { name } of found.resourceTypes) {
    const type = getResourceType(found.service, name);
    if (type === undefined) return undefined;
    for (const format of type.arnFormats) forms.add(formOf(formatParts(type, format)));
  }
  return { texts: [...forms].map(({ text }) => text), patterns: [...forms].map(({ pattern }) => pattern) };
}

/** One object for equal forms, of whatever types, so that families of patterns are known again. */
function formOf(parts: ReturnType<typeof formatParts>): Form {
  const key = JSON.stringify(parts);
  const known = byText.get(key);
  if (known !== undefined) return known;
  const text = parts.map((part) => ('run' in part ? '*' : part.text)).join('');
  const made = { text, pattern: patternOfParts(parts) };
  byText.set(key, made);
  return made;
}
