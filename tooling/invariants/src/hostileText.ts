import * as fc from 'fast-check';

/** What a terminal, a runner of CI, Markdown, HTML, XML or JavaScript would take for its own. */
const FRAGMENTS = [
  '`',
  '``',
  '```\n',
  '[a](https://evil.example)',
  '![a](https://evil.example/p.png)',
  '](https://evil.example)',
  '[a]: https://evil.example\n',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!--',
  '--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&lt;',
  '&#10;',
  '&',
  '"',
  "'",
  '\\',
  '\\`',
  '|',
  '\\|',
  '\n',
  '\r',
  '\t',
  '\n::error::x',
  '::error file=a::x',
  ' ::stop-commands::y',
  '\r\n::add-mask::z',
  '##[error]x',
  '##vso[task.setvariable variable=a]b',
  '%0A::error::x',
  '%',
  ':',
  ',',
  '\u001b[2J',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b31m',
  '\u007f',
  '\u0000',
  '\b',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\ufe0f',
  '\u{e0041}',
  '\u2028',
  '\u2029',
  '\u0085',
  '\ud800',
  '\udc00',
  '@octocat',
  'a@evil.example',
  '#123',
  'GH-12',
  'owner/repo#1',
  'https://evil.example',
  'www.evil.example',
  'deadbeef00',
  '**b**',
  '_i_',
  '# ',
  '- ',
  '1. ',
  '> ',
  '    ',
  '\n\n',
  '*/',
  '//',
  '${x}',
  'word',
  ' ',
  'x'.repeat(3000),
] as const;

/** Text from outside at its worst, within words that are none. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

/** A text that a name of a file can be. */
export const hostileFile: fc.Arbitrary<string> = hostileText.map(
  // The two characters that no name has; a folder of dots would be another folder.
  (text) =>
    `f${text
      .replace(/[/\0]/g, '')
      .replace(/\p{Surrogate}/gu, '')
      .slice(0, 200)}`,
);
