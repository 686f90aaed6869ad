import type { JsonNode } from '@policywright/policy';

/** Reads a template that stands as a text in a file. */
export type TemplateReader = (text: string) => JsonNode | undefined;

/** Whether a JSON file has templates in its texts, as sets of stacks do. */
export function holdsTemplates(text: string): boolean {
  return /"(?:TemplateBody|template_body)"/.test(text);
}

/** What reads the templates in the texts of a file; loaded for this alone, since few files have some. */
export async function templateReader(): Promise<TemplateReader> {
  const { readYaml } = await import('./readYaml.ts');
  return (text) => {
    const read = readYaml(text);
    return read.ok ? read.roots[0] : undefined;
  };
}
