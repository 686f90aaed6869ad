import { blankComments } from '@policywright/policy';
import { textForm } from '../lint/textForm.ts';

/**
 * JSON whose comments are blank, so that all else stays in its place; YAML as it is.
 *
 * @param file - its name; `-` for standard input.
 * @param text - its text.
 */
export function uncommented(file: string, text: string): string {
  const blank = blankComments(text);
  return textForm(file, blank) === 'yaml' ? text : blank;
}
