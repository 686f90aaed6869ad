import { ANY, STAR } from '@policywright/arn';
import type { ContextReader } from '@policywright/conditions';
import type { TextTemplate } from '@policywright/conditions/engine';
import type { KeyRequirement } from '../model/requirement.ts';

/**
 * Texts that values with policy variables match in a context, their wildcards filled with a letter and with nothing; none of
 * those of which a variable has no value.
 *
 * @param requirements - on one context key.
 * @param reader - has the context.
 */
export function filledTemplates(
  requirements: readonly KeyRequirement[],
  reader: ContextReader,
): readonly string[] {
  const texts = new Set<string>();
  for (const { checks } of requirements) {
    for (const { description } of checks) {
      const { values } = description;
      if (values.theory !== 'text') continue;
      for (const template of values.templates)
        for (const star of ['x', '']) {
          const text = filledTemplate(template, star, reader);
          if (text !== undefined) texts.add(text);
        }
    }
  }
  return [...texts];
}

function filledTemplate({ parts }: TextTemplate, star: string, reader: ContextReader): string | undefined {
  let text = '';
  for (const part of parts) {
    if (part instanceof Int32Array) {
      for (const token of part)
        text += token === STAR ? star : token === ANY ? 'x' : String.fromCharCode(token);
      continue;
    }
    const value = reader.value(part.slot) ?? part.fallback;
    if (typeof value !== 'string') return undefined;
    text += value;
  }
  return text;
}
