import { expect, test } from 'vitest';
import { checkConfig } from './checkConfig.ts';

const source = { file: 'policywright.config.json', locate: () => undefined };

test('the entry of the linter is passed over as it is written', () => {
  const lint = { rules: { 'no-such-rule': 7 } };
  expect(checkConfig({ lint, generate: { out: 'iam' } }, source)).toEqual({
    config: { generate: { out: 'iam' } },
    lint,
    diagnostics: [],
  });
  expect(checkConfig({ lint }, source)).toEqual({ config: {}, lint, diagnostics: [] });
  expect(checkConfig({ lint, generate: 1 }, source)).toMatchObject({ lint });
});

test('a key that no command has is named with the closest one', () => {
  const { diagnostics } = checkConfig({ lnit: {} }, source);
  expect(diagnostics).toMatchObject([{ code: 'unknown-config-key', help: 'did you mean `lint`?' }]);
});
