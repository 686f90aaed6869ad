import { expect, test } from 'vitest';
import { workflowCommand } from '@policywright/policy/text';

test('line ends, per cent signs and the marks of properties are escaped', () => {
  expect(
    workflowCommand('error', { file: 'a:b,c%\n.json', line: 3, title: 't' }, 'x\r\n::warning::100 %'),
  ).toBe('::error file=a%3Ab%2Cc%25%0A.json,line=3,title=t::x%0D%0A::warning::100 %25');
});

test('what a terminal would act on is shown', () => {
  expect(workflowCommand('notice', { file: 'a\u001b' }, '\u202e')).toBe(
    String.raw`::notice file=a\u001b::\u202e`,
  );
});
