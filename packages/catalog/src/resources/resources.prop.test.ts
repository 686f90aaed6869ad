import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arnVariableFacts,
  arnVariables,
  formatResourceArn,
  matchResource,
  services,
  type ArnVariableForm,
  type ResourceType,
} from '../index.ts';
import { fitsForm } from './_internals/fitsForm.ts';

const types = services().flatMap((service) => service.resourceTypes);
const anyName = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
/** The longest runs that are made where longer ones are allowed, too. */
const LONGEST = 40;

function textOf(form: ArnVariableForm): fc.Arbitrary<string> {
  const parts = form.map((part) => {
    if (typeof part === 'string') return fc.constant(part);
    const { kind, characters, minLength, maxLength = LONGEST } = part;
    const others = fc
      .string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 })
      .filter((character) => !characters.includes(character));
    const unit = kind === 'only' ? fc.constantFrom(...characters) : others;
    const lengths = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, LONGEST)) };
    return fc.array(unit, lengths).map((units) => units.join(''));
  });
  return fc.tuple(...parts).map((texts) => texts.join(''));
}

/** Names of which all but the usual form are read as another type: functions with an alias, log groups with `:*`. */
const USUAL_FORM: ReadonlySet<string> = new Set(['FunctionName', 'LogGroupName']);

function namesOf(type: ResourceType): fc.Arbitrary<Readonly<Record<string, string>>> {
  const names = arnVariables(type).map((name) => {
    const forms = arnVariableFacts(type, name)?.forms.filter((form) => form.length > 0);
    if (forms === undefined) return [name, anyName] as const;
    return [name, fc.oneof(...(USUAL_FORM.has(name) ? forms.slice(0, 1) : forms).map(textOf))] as const;
  });
  return fc.record(Object.fromEntries(names));
}

function named(
  from: readonly ResourceType[],
): fc.Arbitrary<[ResourceType, Readonly<Record<string, string>>]> {
  return fc.constantFrom(...from).chain((type) => fc.tuple(fc.constant(type), namesOf(type)));
}

test('20: an ARN that is made of a resource type is read as that type', () => {
  fc.assert(
    fc.property(named(types), ([type, names]) => {
      const arn = formatResourceArn(type, names) ?? '';
      expect(matchResource(arn).map((match) => match.type)).toContain(type);
    }),
    { numRuns: 2_000 },
  );
});

test('20: where the forms of all names are known, reading an ARN gives the names back', () => {
  const known = types.filter(
    (type) =>
      type.arnFormats.length === 1 &&
      arnVariables(type).every((name) => arnVariableFacts(type, name) !== undefined),
  );
  expect(known.length).toBeGreaterThan(160);
  fc.assert(
    fc.property(named(known), ([type, names]) => {
      const arn = formatResourceArn(type, names) ?? '';
      expect(matchResource(arn).find((match) => match.type === type)?.variables).toEqual(names);
    }),
    { numRuns: 5_000 },
  );
});

test('a text of a form has it; one that is too long, too short or of other characters has not', () => {
  const form: ArnVariableForm = [
    'i-',
    { kind: 'only', characters: '0123456789abcdef', minLength: 8, maxLength: 17 },
  ];
  fc.assert(
    fc.property(textOf(form), (text) => {
      expect(fitsForm(text, [form])).toBe(true);
      for (const wrong of [`${text}x`, text.slice(0, 9), text.slice(1), text + '0'.repeat(17), '']) {
        expect(fitsForm(wrong, [form])).toBe(false);
      }
    }),
  );
});

test('no text makes reading it fail or take long', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400 }),
      fc.constantFrom('s3', 'ecs', 'apigateway', 'logs'),
      (text, service) => {
        matchResource(`arn:aws:${service}:${text}`);
        matchResource(text);
      },
    ),
  );
  const run = { kind: 'only', characters: 'ab', minLength: 1, maxLength: undefined } as const;
  const form = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? run : 'a'));
  expect(fitsForm('a'.repeat(20_000) + 'c', [form])).toBe(false);
  expect(matchResource(`arn:aws:s3:::${'${a}'.repeat(20_000)}`).length).toBeGreaterThan(0);
});
