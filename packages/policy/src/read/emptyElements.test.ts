import { expect, test } from 'vitest';
import { parsePolicy } from './parsePolicy.ts';

/** What is said of a statement in which one element is empty: severity, code, message, and how to mend it. */
function said(element: string, empty: unknown): readonly (readonly (string | undefined)[])[] {
  const negated = element.startsWith('Not');
  const bare = negated ? element.slice('Not'.length) : element;
  const others = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', Principal: '*' };
  const { [bare as keyof typeof others]: _, ...rest } = others;
  const statement = { Effect: 'Deny', ...rest, [element]: empty };
  const document = { Version: '2012-10-17', Statement: [statement] };
  return parsePolicy(JSON.stringify(document), { type: 'resource' }).diagnostics.map(
    ({ severity, code, message, help }) => [severity, code, message, help],
  );
}

test('S7: an empty element matches nothing, a negated one everything, which is an error', () => {
  expect(said('Action', [])).toEqual([
    ['warning', 'empty-array-action', 'found an empty list in `Action`, which matches nothing', undefined],
  ]);
  expect(said('NotAction', [])).toEqual([
    [
      'error',
      'empty-array-action',
      'found an empty list in `NotAction`, which matches everything',
      'name what is excepted, or use `Action` with `*`',
    ],
  ]);
  expect(said('Resource', [])).toEqual([
    [
      'warning',
      'empty-array-resource',
      'found an empty list in `Resource`, which matches nothing',
      undefined,
    ],
  ]);
  expect(said('NotResource', [])).toEqual([
    [
      'error',
      'empty-array-resource',
      'found an empty list in `NotResource`, which matches everything',
      'name what is excepted, or use `Resource` with `*`',
    ],
  ]);
  expect(said('Principal', {})).toEqual([
    [
      'warning',
      'empty-object-principal',
      'found `Principal` without members, which matches nobody',
      undefined,
    ],
  ]);
  expect(said('NotPrincipal', {}).slice(0, 1)).toEqual([
    [
      'error',
      'empty-object-principal',
      'found `NotPrincipal` without members, which matches everybody',
      undefined,
    ],
  ]);
});
