import type { patternOfParts, Run } from '@policywright/arn/family';
import { arnVariableFacts, type ArnVariableForm, type ResourceType } from '@policywright/catalog';

/** A variable of a format, or one without a name. */
const VARIABLE = /\$\{([^}]*)\}|\*/g;
/** The colons in front of the resource (S42). */
const COLONS = 5;

/**
 * Takes an ARN format apart.
 *
 * @param type - a resource type.
 * @param format - one of its formats: `arn:${Partition}:s3:::${BucketName}`.
 * @returns its literal texts, and a run for each variable: of what its values can be where the catalog knows, and has
 * checked it, else of any characters; in front of the resource, of all but colons.
 */
export function formatParts(type: ResourceType, format: string): Parameters<typeof patternOfParts>[0] {
  const parts: ({ readonly text: string } | { readonly run: Run })[] = [];
  let colons = 0;
  let at = 0;
  for (const match of format.matchAll(VARIABLE)) {
    const text = format.slice(at, match.index);
    colons += text.split(':').length - 1;
    if (text !== '') parts.push({ text });
    parts.push({ run: colons < COLONS ? 'noColon' : runOf(type, match[1] ?? '') });
    at = match.index + match[0].length;
  }
  if (at < format.length) parts.push({ text: format.slice(at) });
  return parts;
}

function runOf(type: ResourceType, variable: string): Run {
  const facts = variable === '' ? undefined : arnVariableFacts(type, variable);
  if (facts === undefined || !facts.source.checked) return 'any';
  const never = (character: string): boolean => facts.forms.every((form) => !canHold(form, character));
  if (never('/')) return never(':') ? 'noSeparator' : 'noSlash';
  return never(':') ? 'noColon' : 'any';
}

function canHold(form: ArnVariableForm, character: string): boolean {
  return form.some((part) => {
    if (typeof part === 'string') return part.includes(character);
    return part.characters.includes(character) === (part.kind === 'only');
  });
}
