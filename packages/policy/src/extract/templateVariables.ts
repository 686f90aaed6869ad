/** A policy variable has the key of its prefix and a colon, such as `aws:username` (rule S113), or escapes a character (S122). */
const POLICY_VARIABLE = /^(?:[*?$]|\s*[A-Za-z][\w.-]*\s*:.*)$/s;
/** Sources of the Serverless Framework's variables, which have a colon too. */
const SERVERLESS_VARIABLE = /^\s*(?:(?:self|opt|sls|env|cf|param)(?:\([^)]*\))?:|ssm:\/|file\()/;

/**
 * Where Jinja, Helm, Handlebars, Ansible and CloudFormation's dynamic references (`{{ x }}`, `{% x %}`), ERB and EJS
 * (`<% x %>`), Terraform's directives (`%{ x }`) and Ruby (`#{x}`) put what they fill in.
 */
const PLACEHOLDERS: readonly (readonly [string, string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['%{', '}'],
  ['#{', '}'],
];

/**
 * Whether a text has a part that is not known before a tool has filled it in: a text as `unknownText` makes it, or a
 * variable of a template language, such as `${bucket}` of Terraform's `templatefile`, which is no policy variable.
 *
 * @param text - any text of a document.
 */
export function isUnknownText(text: string): boolean {
  return hasTemplateVariable(text) || hasPlaceholder(text);
}

function hasTemplateVariable(text: string): boolean {
  let end = 0;
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', end)) {
    end = text.indexOf('}', start);
    if (end < 0) return false;
    const inner = text.slice(start + 2, end);
    if (inner.trim() !== '' && (!POLICY_VARIABLE.test(inner) || SERVERLESS_VARIABLE.test(inner))) return true;
  }
  return false;
}

function hasPlaceholder(text: string): boolean {
  return PLACEHOLDERS.some(([open, close]) => {
    const start = text.indexOf(open);
    return start >= 0 && text.includes(close, start + open.length);
  });
}
