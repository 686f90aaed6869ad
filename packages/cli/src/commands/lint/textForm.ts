/** A language that a file can be written in. */
export type TextForm = 'json' | 'yaml' | 'hcl';

/**
 * Tells the language of a file: by its name, else by how it starts, since documents in JSON start with a brace.
 * YAML can start so too, but is hardly ever written so, and JSON with a mistake must not be taken for it.
 *
 * @param file - its name; `-` for standard input.
 * @param text - its text.
 */
export function textForm(file: string, text: string): TextForm {
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  if (/\.json$/i.test(file) || /^\ufeff?\s*(?:[[{"]|$)/.test(text)) return 'json';
  if (/\.(?:tf|tfvars|tofu|hcl)$/i.test(file) || HCL_BLOCK.test(text)) return 'hcl';
  // Neither a mapping nor a list: a single word is no document in any form.
  return /^\s*(?:- |---|%|[^\s:#][^:\n]*:(?:\s|$))/m.test(text) ? 'yaml' : 'json';
}

/** The head of a block of Terraform: `resource "aws_iam_policy" "app" {`. */
const HCL_BLOCK =
  /^(?:resource|data|module|variable|output|provider|locals|terraform|include|inputs)\b(?:[ \t]{1,8}"[^"\n]{0,200}"){0,2}[ \t]{0,8}=?[ \t]{0,8}\{/m;
