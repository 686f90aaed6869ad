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
