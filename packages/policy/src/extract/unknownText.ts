/** How the text begins that stands for an unknown one. */
export const UNKNOWN_PREFIX = '${unknown.';

/**
 * Makes a text that stands for one which is not known before a template is deployed.
 *
 * It has the form of a policy variable, so that whoever takes variables for anything takes it for anything too,
 * and without colons, so that the fields of an ARN around it stay where they are. To the evaluator it is a variable
 * without value, unless the request's context has its key, such as `unknown.Bucket.Arn`.
 *
 * @param label - where the value comes from, such as the name of a parameter.
 * @returns such as `${unknown.AWS.Region}`.
 */
export function unknownText(label: string): string {
  const name = label.replace(/[^A-Za-z0-9]+/g, '.').replace(/^\.|\.$/g, '');
  return `${UNKNOWN_PREFIX}${name === '' ? 'value' : name.slice(0, 64)}}`;
}

/** How the text begins that stands for an unknown name. */
export const NAME_PREFIX: string = `${UNKNOWN_PREFIX}name-`;

/**
 * Makes a text that stands for an unknown name of a resource, which holds neither `:` nor `/`.
 *
 * @param label - the logical name of the resource.
 * @returns such as `${unknown.name-Bucket}`, which `unknownText` makes of no label.
 */
export function unknownName(label: string): string {
  return unknownText(label).replace(UNKNOWN_PREFIX, NAME_PREFIX);
}

/**
 * A text as people have written it: with `${Bucket}` for what `unknownText` and `unknownName` make of `Bucket`.
 *
 * @param text - any text with such parts.
 */
export function showUnknown(text: string): string {
  return text.replaceAll(NAME_PREFIX, '${').replaceAll(UNKNOWN_PREFIX, '${');
}
