import { expect, test } from 'vitest';
import { commandLine } from './commandLine.ts';

test.each(['\n', '\r', '\u2028', '\u2029'])('a line end in an argument cannot end the comment: %j', (end) => {
  const line = commandLine({ services: ['ecs'], out: `x${end}evil()` });
  expect(line).toBe(
    `generate --services ecs --out ${JSON.stringify('x?evil()').replace('?', escapeOf(end))}`,
  );
});

function escapeOf(end: string): string {
  return { '\n': '\\n', '\r': '\\r' }[end] ?? `\\u${end.charCodeAt(0).toString(16)}`;
}
