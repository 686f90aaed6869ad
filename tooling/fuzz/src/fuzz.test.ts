import { expect, test } from 'vitest';
import { changeText } from './changeText.ts';
import { fuzz, tryText } from './fuzz.ts';
import { inputsOf, type InputKind } from './inputs.ts';
import { Random } from './random.ts';
import { TARGETS } from './targets.ts';

test('no function throws, or is slow, of some hundred changed inputs', async () => {
  const report = await fuzz({ seed: 20261130, milliseconds: 4000 });
  expect(report.failures.map(({ target, what, text }) => [target, what, text.slice(0, 500)])).toEqual([]);
  expect(Object.keys(report.answers)).toEqual(Object.keys(TARGETS));
}, 120_000);

test('what a function throws is told with the input', async () => {
  const target = { kind: 'words' as const, run: (text: string) => text.slice(0, 1) };
  const table = TARGETS as Record<string, typeof target>;
  table['explodes'] = { ...target, run: (text) => (text.includes('*') ? JSON.parse('{') : 'calm') as string };
  try {
    const { failures } = await fuzz({ seed: 1, milliseconds: 300, targets: ['explodes'] });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.target).toBe('explodes');
    expect(failures[0]?.text).toContain('*');
    expect(failures[0]?.what).toMatch(/^SyntaxError/);
  } finally {
    delete table['explodes'];
  }
});

test('what computes for more than a second a hundred thousand characters is told, and told again when asked', async () => {
  const table = TARGETS as Record<string, (typeof TARGETS)[string]>;
  const spin = (): string => {
    for (let turn = 0; turn < 2e8; turn += 1) if (Math.imul(turn, turn) === 3) break;
    return 'slow';
  };
  table['spins'] = { kind: 'words', run: spin, most: 50 };
  try {
    expect((await tryText('spins', 'a')).failure).toMatch(/^slow: \d+ ms$/);
  } finally {
    delete table['spins'];
  }
});

test('inputs of every kind are at hand, and a seed changes them in the same way each time', () => {
  for (const [kind, texts] of Object.entries(inputsOf()) as [InputKind, readonly string[]][]) {
    expect([kind, texts.length]).not.toEqual([kind, 0]);
    const change = (): readonly string[] => {
      const random = new Random(7);
      return Array.from({ length: 20 }, () => changeText(texts[0] ?? '', texts.at(-1) ?? '', random));
    };
    expect(change()).toEqual(change());
    expect(new Set(change()).size).toBeGreaterThan(15);
  }
});
