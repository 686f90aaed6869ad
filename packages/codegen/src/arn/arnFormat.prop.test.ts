import { services, type ResourceType, type Service } from '@policywright/catalog';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arnFormat, type ArnFormat as Builder } from '../runtime/arn.ts';
import { arnFormats, formatText, isParseable, language, type ArnFormat } from './arnFormat.ts';
import { languagesOverlap } from './languagesOverlap.ts';

interface Candidate {
  readonly service: Service;
  readonly type: ResourceType;
  readonly format: ArnFormat;
  /** The catalog's format as a regular expression whose variables hold no separators. */
  readonly strict: RegExp;
}

const candidates: readonly Candidate[] = services().flatMap((service) =>
  [...arnFormats(service)].flatMap(([type, formats]) =>
    formats.map((format, index) => ({
      service,
      type,
      format,
      strict: strictPattern(type.arnFormats[index] ?? ''),
    })),
  ),
);

function strictPattern(format: string): RegExp {
  const source = format
    .split(/(\$\{[^}]*\}|\*)/)
    .map((part) =>
      part === '*' ? '.+' : part.startsWith('${') ? '[^:/]+' : part.replace(/[.+(){}|\\[\]^$?]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}$`);
}

/** Values that a variable may have, with the separators that it allows. */
const valuesOf = ({ format }: Candidate): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    Object.fromEntries(
      format.variables.map(({ name, allowed }) => [
        name,
        fc
          .array(fc.constantFrom('a', 'B', '7', '_', 'xy', ...allowed.split('')), {
            minLength: 1,
            maxLength: 6,
          })
          .map((parts) => parts.join('')),
      ]),
    ),
  );

const builderOf = (format: ArnFormat): Builder<string, object> => arnFormat(formatText(format));

const tame = ({ format }: Candidate): string =>
  builderOf(format)(Object.fromEntries(format.variables.map(({ name }) => [name, 'a'])));

const built = fc
  .constantFrom(...candidates)
  .chain((candidate) => valuesOf(candidate).map((values) => ({ candidate, values })));

describe('INVARIANTS 20: ARNs of every resource type of all services', () => {
  test('values without separators make an ARN that the format of the catalog matches', () => {
    for (const candidate of candidates) expect(tame(candidate)).toMatch(candidate.strict);
  });

  test('what a builder makes, its parser reads back', () => {
    fc.assert(
      fc.property(built, ({ candidate: { format }, values }) => {
        if (!isParseable(format)) return;
        const builder = builderOf(format);
        expect(builder.parse(builder(values))).toEqual(values);
      }),
      { numRuns: 3000 },
    );
  });

  test('what a builder makes is of no other type of the service, unless the catalog cannot tell them apart', () => {
    fc.assert(
      fc.property(built, ({ candidate, values }) => {
        const arn = builderOf(candidate.format)(values);
        for (const other of candidates) {
          if (other.service !== candidate.service || other.type === candidate.type) continue;
          if (!isParseable(other.format) || builderOf(other.format).parse(arn) === undefined) continue;
          const alike =
            other.strict.test(tame(candidate)) ||
            candidate.strict.test(tame(other)) ||
            shareAText(candidate, other);
          expect(alike, `${arn} is also ${other.type.name}`).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('two types of a service share a text exactly where their formats in the catalog do, which few do', () => {
    const narrow = ({ format: { head, variables } }: Candidate): ArnFormat => ({
      head,
      variables: variables.map((variable) => ({ ...variable, allowed: '' })),
    });
    const pairs = candidates.flatMap((one, index) =>
      candidates
        .slice(index + 1)
        .filter((other) => other.service === one.service && other.type !== one.type)
        .map((other) => [one, other] as const),
    );
    const alike = pairs.filter(([one, other]) => {
      const inCatalog = languagesOverlap(language(narrow(one)), language(narrow(other)));
      const built = languagesOverlap(language(one.format), language(other.format));
      expect(built, `${one.service.prefix}: ${one.type.name} and ${other.type.name}`).toBe(inCatalog);
      return inCatalog;
    });
    expect(alike.length).toBeGreaterThan(0);
    expect(alike.length / pairs.length).toBeLessThan(0.02);
  });

  test('S42: only names behind the fifth colon hold separators', () => {
    const holding = candidates.filter(({ format }) => format.variables.some(({ allowed }) => allowed !== ''));
    expect(holding.length).toBeGreaterThan(100);
    for (const { format } of candidates) {
      let before = format.head;
      for (const { name, allowed, literal } of format.variables) {
        const isInResource = before.split(':').length > 5;
        expect(isInResource || allowed === '', `${name} in ${formatText(format)}`).toBe(true);
        before += literal;
      }
    }
  });

  test('nearly every resource type has a parser', () => {
    const without = candidates.filter(({ format }) => !isParseable(format));
    expect(without.length).toBeLessThan(15);
  });
});

/** Fills the variables of one with the words of the other: `.../${A}/x` and `.../y/${B}` share `.../y/x`. */
function shareAText(left: Candidate, right: Candidate): boolean {
  const words = [left, right]
    .flatMap(({ format }) => format.variables.flatMap(({ literal }) => literal.split(/[:/]/)))
    .filter((word) => word !== '' && !word.includes('*'));
  return [left, right].some((one) => {
    const other = one === left ? right : left;
    const choices = [...new Set(['a', ...words])];
    return fillings(one.format.variables.length, choices).some((filling) => {
      const values = Object.fromEntries(
        one.format.variables.map(({ name }, index) => [name, filling[index] ?? 'a']),
      );
      return other.strict.test(builderOf(one.format)(values));
    });
  });
}

function fillings(length: number, choices: readonly string[]): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]];
  for (let index = 0; index < length; index++) {
    // Partition, region and account do not tell types apart.
    const here = index < 3 ? ['a', ...choices.filter((choice) => choice === 'aws')] : choices;
    all = all.flatMap((filling) => here.map((choice) => [...filling, choice]));
    if (all.length > 20_000) return all;
  }
  return all;
}
