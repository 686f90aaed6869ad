import { arnVariableFacts, matchResource, type ArnVariableForm } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { loadManagedPolicies } from './managedPolicies.ts';

const WILDCARD = /[*?]|\$\{/;

const arns = new Set(
  loadManagedPolicies()
    .flatMap(({ statements }) => statements.flatMap(({ Resource = [] }) => Resource))
    .filter((resource) => resource.startsWith('arn:')),
);

/** A second opinion on what has a form. */
function expressionOf(form: ArnVariableForm): RegExp {
  const parts = form.map((part) => {
    if (typeof part === 'string') return escape(part);
    const { kind, characters, minLength, maxLength } = part;
    const set = characters === '' ? '[^]' : `[${kind === 'except' ? '^' : ''}${escape(characters)}]`;
    return `${set}{${minLength},${maxLength ?? ''}}`;
  });
  return new RegExp(`^${parts.join('')}$`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

test('names without wildcards in AWS managed policies have the forms of their variables', () => {
  let compared = 0;
  const others: string[] = [];
  for (const [match] of [...arns].map(matchResource)) {
    for (const [variable, value] of Object.entries(match?.variables ?? {})) {
      const facts = match === undefined ? undefined : arnVariableFacts(match.type, variable);
      if (match === undefined || facts === undefined || WILDCARD.test(value)) continue;
      compared++;
      if (facts.forms.some((form) => expressionOf(form).test(value))) continue;
      others.push(`${match.type.service}:${match.type.name} ${value}`);
    }
  }
  expect(compared).toBeGreaterThan(2_000);
  // A statement of AWS that leaves the name of the log group out, and so matches nothing.
  expect(others).toEqual(['logs:log-group :log-stream:']);
});
