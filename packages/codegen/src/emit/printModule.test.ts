import { expect, test } from 'vitest';
import { printModule } from './printModule.ts';

test('interfaces have blank lines around them, other statements follow each other', () => {
  const parts = '/** Parts */\nexport interface Parts {\n  readonly id: string;\n}';
  expect(printModule(['const a = 1;', 'const b = 2;', parts, 'const c = 3;'])).toBe(
    `const a = 1;\nconst b = 2;\n\n${parts}\n\nconst c = 3;\n`,
  );
});
