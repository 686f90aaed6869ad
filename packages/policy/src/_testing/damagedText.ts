import * as fc from 'fast-check';

/** What is put into texts: pieces of JSON and of policies, and what editors and attackers leave behind. */
const PIECES: readonly string[] = [
  ...'{}[],:"\'\\/ \t\n\r#0',
  '\r\n',
  '\0',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u00a0',
  '\u0100',
  '\u2028',
  '\u{1f600}',
  '//',
  '/*',
  '\\u00e4',
  '\\ud83d',
  '-1e999',
  `1${'0'.repeat(400)}`,
  'true',
  'truex',
  'null',
  '[]',
  '{}',
  '[['.repeat(150),
  '{"a":'.repeat(150),
  '"Effect":"Deny",',
  '"Effect":"Allow",',
  '"effect":"Allow",',
  '"Action":"a:b",',
  '"NotAction":["a:b"],',
  '"NotResource":"*",',
  '"Principal":"*",',
  '"Principal":{"aws":"*"},',
  '"Sid":"a",',
  '"Sid":"a b",',
  '"Id":"x",',
  '"Version":"2008-10-17",',
  '"Version":"2012-10-17",',
  '"Condition":{},',
  '"Condition":{"Bool":{"a":[true,"x"],"b":[]}},',
  '"Condition":{"bool":{"a":"x","A":"x"},"Bool":{}},',
  '"Condition":{"Nil":{"a~/b":null}},',
  '"__proto__":{},',
  '"constructor":1,',
  '"a:b:c"',
  '"*:*"',
  '"**"',
  '":x"',
  '"x:"',
  '"s3:Get Object"',
  '"arn:aws:s3"',
  '"arn:aws:iam::1:role/x"',
  '"arn:*:*:*"',
  '%22',
  '{"Ref":"AWS::NoValue"}',
  '{"Fn::If":["c",{},[]]}',
  '{"Fn::Sub":"${A}/${!b}"}',
];

/** Matches the pieces that JSON consists of, with the white space after them. */
export const TOKEN: RegExp = /(?:"[^"]*"|[^\s"])\s*/g;

interface Edit {
  /** Where, as a part of the length. */
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  readonly kind: 'replace' | 'repeat' | 'move' | 'cut' | 'value' | 'member' | 'tokens';
}

const edits: fc.Arbitrary<Edit> = fc.record({
  at: fc.integer({ min: 0, max: 999 }).map((per) => per / 1000),
  length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(60)),
  piece: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  ),
  kind: fc.constantFrom('replace', 'replace', 'repeat', 'move', 'cut', 'value', 'member', 'tokens', 'tokens'),
});

/**
 * Texts with one to four small damages.
 *
 * @param texts - what is damaged.
 */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(edits, { minLength: 1, maxLength: 4 }))
    .map(([text, list]) => list.reduce(apply, text));
}

function apply(text: string, { at, length, piece, kind }: Edit): string {
  const start = Math.floor(at * (text.length + 1));
  const end = start + length;
  switch (kind) {
    case 'replace':
      return text.slice(0, start) + piece + text.slice(end);
    case 'repeat':
      return text.slice(0, end) + text.slice(start);
    case 'move':
      return text.slice(start, end) + text.slice(0, start) + text.slice(end);
    case 'cut':
      return text.slice(0, start);
    case 'tokens': {
      // Leaves out up to four pieces of JSON in a row, and puts the same number back elsewhere now and then.
      const tokens = text.match(TOKEN) ?? [];
      const from = Math.floor(at * (tokens.length + 1));
      const taken = tokens.splice(from, 1 + (length % 4));
      if (length % 3 === 0) tokens.splice(length % (tokens.length + 1), 0, ...taken);
      return tokens.join('');
    }
    case 'value': {
      // Puts the piece in the place of the next string.
      const open = text.indexOf('"', start);
      const close = open === -1 ? -1 : text.indexOf('"', open + 1);
      return close === -1 ? text + piece : text.slice(0, open) + piece + text.slice(close + 1);
    }
    case 'member': {
      // Puts the piece at the start of the next object.
      const brace = text.indexOf('{', start);
      return brace === -1 ? piece + text : text.slice(0, brace + 1) + piece + text.slice(brace + 1);
    }
  }
}
