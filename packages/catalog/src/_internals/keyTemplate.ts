import { matchTemplate, parseTemplate } from './template.ts';

/**
 * Whether a condition key is an instance of the template name of one.
 *
 * @param template - a template in lower case: `aws:resourcetag/${tagkey}`.
 * @param text - the key in lower case.
 */
export function keyTemplateMatches(template: string, text: string): boolean {
  if (template === text) return true;
  return template.includes('${') && matchTemplate(parseTemplate(template), text) !== undefined;
}

/**
 * The template that a key name of the reference stands for, in lower case: names for tags end in `${TagKey}`, in
 * `tag-key`, or in nothing behind the slash.
 *
 * @param name - `ssm:resourceTag/tag-key`, `glacier:ResourceTag/`.
 */
export function keyTemplate(name: string): string {
  const lowerCase = name.toLowerCase();
  if (!lowerCase.endsWith('/') && !lowerCase.endsWith('/tag-key')) return lowerCase;
  return `${lowerCase.slice(0, lowerCase.lastIndexOf('/'))}/\${tagkey}`;
}
