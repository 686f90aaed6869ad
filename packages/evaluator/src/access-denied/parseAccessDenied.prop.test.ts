import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCube } from '../_testing/arbitraryCube.ts';
import { accessDeniedMessage, compile, decideAll, parseAccessDenied } from '../index.ts';

const WORDS = [
  'User: ',
  'arn:aws:iam::444455556666:user/kim',
  ' is not authorized to perform',
  'Not authorized to perform',
  ': ',
  's3:GetObject',
  ' on resource: ',
  '"arn:aws:s3:::shop/a b"',
  'arn:aws:s3:::shop/a',
  ' because no session policy allows the ',
  ' action',
  ' with an explicit deny in a',
  ' permissions boundary',
  'Encoded authorization failure message: ',
  'Action: s3:GetObject',
  'On resource(s): ',
  'Context: ',
  '{"explicitDeny":true,"allowed":false,"context":{"action":"s3:GetObject"}}',
  '"',
  '\\',
  '\\"',
  '\\n',
  '&#x10ffff;',
  '&quot;',
  '</Message>',
  '<Message>',
  '\n',
  '│ ',
  ' ',
  '{',
  '}',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join('')),
  fc.json(),
);

describe('parseAccessDenied', () => {
  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const denied = parseAccessDenied(text);
        if (denied === undefined) return;
        expect(denied.namesResource || denied.resource === '*').toBe(true);
        expect(denied.action === undefined).toBe(denied.form !== 'sentence' && denied.form !== 'decoded');
      }),
      { numRuns: 3000 },
    );
  });

  test('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        if (typeof value !== 'string') expect(parseAccessDenied(value as string)).toBeUndefined();
      }),
    );
  });

  test('reads back what accessDeniedMessage writes, also within JSON that was cut out of a text', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryCube, fc.nat({ max: 30 }), (cube, cut) => {
        for (const { principal: who, resource: where } of decideAll(cube)) {
          const authorizer = compile({ ...who, resource: where.policy, rcps: where.rcps });
          for (const action of cube.actions.filter((name) => name.includes(':'))) {
            const { principal } = who;
            const explanation = authorizer.explain({ ...where, principal, action, context: who.context });
            const message = accessDeniedMessage(explanation);
            if (message === undefined) continue;
            // A sentence of its own, such as that for root, tells nothing of the request.
            if (typeof explanation.sentence === 'object') continue;
            const explicit = explanation.decision === 'ExplicitDeny';
            const isBare = explanation.sentence === 'bare';
            const told = {
              principal: typeof principal === 'string' ? principal : Object.values(principal)[0],
              action,
              resource: where.resource,
              kind: isBare ? undefined : explicit ? 'explicitDeny' : 'implicitDeny',
              reasonAction: explicit || isBare ? undefined : action,
            };
            const json = JSON.stringify({ log: JSON.stringify({ message, next: 'with an explicit deny' }) });
            const texts = [
              message,
              `Error: ${message}`,
              json,
              json.slice(Math.min(cut, json.indexOf('User: '))),
            ];
            for (const text of texts) {
              const denied = parseAccessDenied(text);
              expect(denied).toMatchObject(told);
              if (explicit) expect(denied?.layer).toBe(explanation.decisive?.layer);
              else if (!isBare) expect(message).toContain(`no ${denied?.policyType} allows`);
              seen.add(`${denied?.kind} ${denied?.layer}`);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(seen.size).toBeGreaterThan(8);
  });
});

/** How long something takes this thread: the clock also counts other processes, the processor other threads. */
function millisecondsOf(run: () => void): number {
  const start = threadMilliseconds();
  run();
  return threadMilliseconds() - start;
}

function threadMilliseconds(): number {
  const file = '/proc/thread-self/schedstat';
  if (!existsSync(file)) return performance.now();
  return Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;
}

describe('a hostile text of a megabyte is read in a moment', () => {
  const MEGABYTE = 1_000_000;
  const SENTENCE = 'User: x is not authorized to perform: s3:GetObject on resource: ';
  test.each([
    ['spaces', ' '],
    ['marks', `${'.'.repeat(15_000)}a`],
    ['not', 'not '],
    ['refusals without an action', 'not authorized to perform: '],
    ['refusals to access', 'not authorized to access this '],
    ['escaped breaks', '\\n'],
    ['backslashes', '\\'],
    ['quotation marks', '\\"'],
    ['openings', '{"a":'],
    ['brackets', '['],
    ['decoded members', '{"explicitDeny":'],
    ['tags', '</'],
    ['entities', '&quot;'],
    ['boxes', '\n │ '],
    ['ciphertexts', 'ciphertext refers to a '],
    ['codes', '403 '],
    ['operations', 'operation error S3 S3 S3: '],
    ['labels', 'Action: a:b '],
    ['labels of users', 'User: Action: a '],
    ['resources', 'access to the resource '],
    ['encoded', 'encoded authorization failure message: '],
    ['reasons', ' because no with an explicit deny in a'],
  ])('%s', (_, part) => {
    const filler = part.repeat(MEGABYTE / part.length);
    const whole = [
      filler,
      `${filler}${SENTENCE}`,
      `${SENTENCE}${filler}`,
      `${SENTENCE}"${filler}`,
      `not${filler}authorized`,
      `ciphertext refers to a ${filler}`,
      `User: x is not authorized to perform:${filler}`,
      `{"explicitDeny":${filler}`,
      `${SENTENCE}* with an explicit deny in a session policy: ${filler}`,
      JSON.stringify(JSON.stringify(filler)),
    ];
    for (const text of whole) {
      // A hundred milliseconds is the aim; shared machines get some more, and what is slow is slow each time.
      const isQuick = [1, 2, 3].some(() => millisecondsOf(() => parseAccessDenied(text)) < 200);
      expect(isQuick).toBe(true);
    }
  });
});
