import { getAction, services, type ResourceType } from '@policywright/catalog';
import { parsePolicy } from '@policywright/policy';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arnBuilders, type ArnBuilder } from './arnBuilders.ts';
import { check, RUNS, SEED } from './check.ts';
import { loadGenerated } from './loadGenerated.ts';
import { judgedPattern } from './patternOracle.ts';

/** Generating all takes as long as many properties, so that short runs make do with every third. */
const catalog = services().filter((_, index) => RUNS > 1000 || (index + SEED) % 3 === 0);
const { texts, exports } = await loadGenerated(catalog.map(({ prefix }) => prefix));

/** Actions among the exports of a module: its constants, and the lists by access level. */
function emittedActions(prefix: string): readonly string[] {
  return Object.entries(exports.get(prefix) ?? {}).flatMap(([name, value]) => {
    if (typeof value === 'string') return [value];
    return Array.isArray(value) && name.endsWith('Actions') ? (value as string[]) : [];
  });
}

test('20: the actions that codegen emits are those of the catalog, and the parser takes each', () => {
  for (const { prefix, actions } of catalog) {
    const emitted = emittedActions(prefix);
    expect([...new Set(emitted)].sort()).toEqual(actions.map(({ fullName }) => fullName).sort());
    for (const action of emitted) expect(getAction(action)?.fullName).toBe(action);
    const statement = { Effect: 'Deny', Action: emitted, Resource: '*' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
    expect(parsePolicy(text, { type: 'identity' }).diagnostics).toEqual([]);
  }
});

interface BuiltFormat {
  readonly builder: ArnBuilder;
  readonly type: ResourceType;
  /** The format of the catalog, and those of the other types of the service. */
  readonly format: string;
  readonly others: readonly string[];
  readonly values: ArnBuilder['formats'][number];
}

const builtFormats: readonly BuiltFormat[] = catalog.flatMap(({ prefix, resourceTypes }) =>
  arnBuilders(texts.get(`/${prefix}.ts`) ?? '', exports.get(prefix) ?? {}).flatMap((builder) => {
    const type = resourceTypes.find(({ name }) => `${prefix}:${name}` === builder.type);
    if (type === undefined) throw new Error(`no resource type \`${builder.type}\``);
    const others = resourceTypes.filter((other) => other !== type).flatMap(({ arnFormats }) => arnFormats);
    return builder.formats.map((values, index) => {
      const format = type.arnFormats[index] ?? '';
      return { builder, type, format, others, values };
    });
  }),
);

/** Values that are no word of any format. */
const valueParts = fc.constantFrom('7', '_7', '77', '7-7');
const separators = fc.constantFrom('/', ':', '7');

const built = fc.constantFrom(...builtFormats).chain((one) =>
  fc.record({
    one: fc.constant(one),
    parts: fc.record(
      Object.fromEntries(
        one.values.map(({ name, allowed }) => [
          name,
          fc
            .tuple(valueParts, fc.array(fc.tuple(separators, valueParts), { maxLength: 2 }))
            .map(([first, more]) =>
              [first, ...more.map(([mark, part]) => (allowed.includes(mark) ? mark : '') + part)].join(''),
            ),
        ]),
      ),
    ),
  }),
);

/** Whether a text has a format, where no variable holds a separator. */
function hasFormat(text: string, format: string): boolean {
  const source = format
    .split(/(\$\{[^}]*\}|\*)/)
    .map((part) =>
      part === '*' ? '.+' : part.startsWith('${') ? '[^:/]+' : part.replace(/[.+(){}|\\[\]^$?]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}$`).test(text);
}

const plainText = (format: string): string => format.replace(/\$\{[^}]*\}|\*/g, '7');

/** Formats of the catalog that no text tells apart, such as those of versions and aliases of a function. */
function areAlike(one: string, other: string): boolean {
  return hasFormat(plainText(one), other) || hasFormat(plainText(other), one);
}

test('20: every resource type of the catalog with a format has a builder', () => {
  const types = catalog.flatMap(({ resourceTypes }) => resourceTypes);
  const withBuilder = new Set(builtFormats.map(({ type }) => type));
  expect(types.filter((type) => type.arnFormats.length > 0 && !withBuilder.has(type))).toEqual([]);
});

test('20: an ARN that a builder makes has the format of its resource type and of no other of the service', () => {
  check(
    fc.property(built, ({ one, parts }) => {
      const { builder, type, format, others } = one;
      const arn = builder.build(parts);
      const patterns = type.arnFormats.map((text) => text.replace(/\$\{[^}]*\}/g, '*'));
      expect(patterns.some((pattern) => judgedPattern('operator', pattern).contains(arn))).toBe(true);
      if (builder.parse !== undefined) expect(builder.parse(arn)).toEqual(parts);
      const wrong = others.filter((other) => hasFormat(arn, other) && !areAlike(format, other));
      expect(wrong).toEqual([]);
    }),
  );
});

test('20: a builder refuses a value that would make the ARN one of another resource', () => {
  check(
    fc.property(built, fc.constantFrom(':', '/'), fc.nat(), ({ one, parts }, separator, at) => {
      const narrow = one.values.filter(({ allowed }) => !allowed.includes(separator));
      const spoilt = narrow[at % Math.max(1, narrow.length)];
      if (spoilt === undefined) return;
      expect(() => one.builder.build({ ...parts, [spoilt.name]: `7${separator}7` })).toThrow('ARN');
    }),
  );
});
