/** A policy variable has the key of its prefix and a colon, such as `aws:username` (rule S113), or escapes a character (S122). */
const POLICY_VARIABLE = /^(?:[*?$]|\s*[A-Za-z][\w.-]*\s*:.*)$/s;
/** Sources of the Serverless Framework's variables, which have a colon too. */
const SERVERLESS_VARIABLE = /^\s*(?:(?:self|opt|sls|env|cf|param)(?:\([^)]*\))?:|ssm:\/|file\()/;

/** The Region and the account that the Serverless Framework deploys to; both look like policy variables. */
const DEPLOYMENT = /^aws:(?:region|accountId)\b/;

/**
 * Where Jinja, Helm, Handlebars, Ansible and CloudFormation's dynamic references (`{{ x }}`, `{% x %}`), ERB and EJS
 * (`<% x %>`), Terraform's directives (`%{ x }`) and Ruby (`#{x}`) put what they fill in,
 * beside `${x}`.
 */
const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['${', '}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['%{', '}'],
  ['#{', '}'],
]);
const OPENING = /[$%#]\{|\{[{%]|<%/;

/** What names variables whose values are one field of an ARN; a stack's name has no separators either. */
const WORD =
  /^unknown\.name-|^(?:unknown\.)?AWS(?:::|\.)(?:StackName|URLSuffix)$|(?:region|partition|account(?:[._-]?(?:id|number))?)$/i;

function isWord(inner: string): boolean {
  const lower = inner.toLowerCase();
  return WORD.test(inner) && !(lower.includes('region') && lower.includes('account'));
}

/** A part of a text that is not known before a tool has filled it in. */
export interface UnknownPart {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Whether it holds neither `:` nor `/`: a Region, a partition, an account, or the name of a resource that has none. */
  readonly isWord: boolean;
}

/**
 * The parts of a text that are not known before a tool has filled them in, in their order: those that `isUnknownText`
 * finds, and the Region and account of the Serverless Framework.
 *
 * @param text - a text of a document, said to have unknown parts.
 */
export function unknownParts(text: string): readonly UnknownPart[] {
  return [...findParts(text)].flatMap(({ start, end, inner, isFilled }) => {
    if (!isFilled && !DEPLOYMENT.test(inner)) return [];
    return [{ start, end, isWord: isWord(inner) }];
  });
}

/**
 * Whether a text has a part that is not known before a tool has filled it in: a text as `unknownText` makes it, or a
 * variable of a template language, such as `${bucket}` of Terraform's `templatefile`, which is no policy variable.
 *
 * @param text - any text of a document.
 */
export function isUnknownText(text: string): boolean {
  for (const { isFilled } of findParts(text)) if (isFilled) return true;
  return false;
}

interface FoundPart {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
  /** Whether a tool fills it in whatever the file is. */
  readonly isFilled: boolean;
}

function* findParts(text: string): Iterable<FoundPart> {
  const unclosed = new Set<string>();
  const opening = new RegExp(OPENING, 'g');
  let endOfVariable = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [open] = match;
    const start = match.index;
    // INVARIANT: what is not closed behind one place is not closed behind a later one; and no variable is in another.
    if (unclosed.has(open) || (open === '${' && start < endOfVariable)) continue;
    const close = PLACEHOLDERS.get(open) ?? '';
    const last = text.indexOf(close, start + open.length);
    if (last < 0) {
      unclosed.add(open);
      continue;
    }
    const inner = text.slice(start + open.length, last).trim();
    const end = last + close.length;
    const isFilled =
      open !== '${' || (inner !== '' && (!POLICY_VARIABLE.test(inner) || SERVERLESS_VARIABLE.test(inner)));
    // A placeholder may make a part of a policy variable.
    if (isFilled) opening.lastIndex = end;
    else endOfVariable = end;
    yield { start, end, inner, isFilled };
  }
}
