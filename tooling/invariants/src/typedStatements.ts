import { globalConditionKeys, type Action, type Service } from '@policywright/catalog';
import { arnBuilders, type ArnBuilder } from './arnBuilders.ts';
import type { GeneratedModules, ModuleExports } from './loadGenerated.ts';
import type { Chooser } from './rearrange.ts';
import { OPERATORS, typedCondition, type TypedCondition, type TypedKey } from './typedConditions.ts';

/** A statement as a typed program writes it. */
export interface TypedStatement {
  /** An expression over the modules, each imported as a namespace, and over the names of the runtime module. */
  readonly code: string;
  /** Runs the same calls. */
  readonly run: () => unknown;
  /** What is wrong with it, if anything. */
  readonly mistake: Mistake | undefined;
}

/** Mistakes that the types are there to find. */
export const MISTAKES = ['action', 'resource', 'key', 'operator', 'qualifier', 'value'] as const;

/** One of {@link MISTAKES}. */
export type Mistake = (typeof MISTAKES)[number];

/** What a statement is made of. */
interface Draft {
  readonly effect: 'allow' | 'deny';
  readonly actions: readonly string[];
  readonly resources: readonly (BuiltArn | '*')[];
  readonly conditions: readonly TypedCondition[];
}

interface BuiltArn {
  readonly service: string;
  readonly builder: ArnBuilder;
  readonly parts: Readonly<Record<string, string>>;
}

type Runtime = Readonly<Record<string, (...values: readonly unknown[]) => never>>;

interface Chained {
  readonly on: (...resources: readonly unknown[]) => Chained;
  readonly when: (...conditions: readonly unknown[]) => Chained;
}

/** Makes statements over generated modules. */
export class TypedStatements {
  readonly #services: readonly Service[];
  readonly #builders: ReadonlyMap<string, BuiltArn>;
  readonly #exports: GeneratedModules['exports'];
  readonly #runtime: Runtime;
  readonly #globalKeys: readonly TypedKey[];

  constructor(services: readonly Service[], { texts, exports }: GeneratedModules) {
    this.#services = services;
    this.#exports = exports;
    this.#runtime = (exports.get('runtime') ?? {}) as Runtime;
    this.#builders = new Map(
      services.flatMap(({ prefix }) =>
        arnBuilders(texts.get(`/${prefix}.ts`) ?? '', exports.get(prefix) ?? {}).map((builder) => [
          builder.type,
          { service: prefix, builder, parts: partsOf(builder) },
        ]),
      ),
    );
    const offered = new Set(Object.values(exports.get('runtime')?.['aws'] ?? {}));
    this.#globalKeys = globalConditionKeys.filter(({ name }) => offered.has(name) && name !== 'aws:TagKeys');
  }

  /** Makes a statement, one in five of them with a mistake. */
  make(chooser: Chooser): TypedStatement {
    const service = pick(this.#services, chooser);
    const action = pick(service.actions, chooser);
    const draft = this.#draft(service, action, chooser);
    const constants = chooser.below(2) === 0;
    const mistake = chooser.below(5) === 1 ? pick(MISTAKES, chooser) : undefined;
    const spoilt = mistake && this.#spoil(draft, action, mistake);
    const made = spoilt ?? draft;
    return {
      code: codeOf(made, constants ? this.#exports.get(service.prefix) : undefined),
      run: () => this.#run(made),
      mistake: spoilt === undefined ? undefined : mistake,
    };
  }

  #draft(service: Service, action: Action, chooser: Chooser): Draft {
    const built = action.resourceTypes.flatMap(
      ({ name }) => this.#builders.get(`${service.prefix}:${name}`) ?? [],
    );
    const wanted = chooser.shuffle(built).slice(0, 1 + chooser.below(2));
    const { actions, together } = actionsWith(service, action, chooser);
    const own = together ? [] : keysOf(service, action);
    const keys = own.length > 0 && chooser.below(2) === 0 ? own : this.#globalKeys;
    const conditions = chooser
      .shuffle(keys)
      .slice(0, chooser.below(3))
      .map((key) => typedCondition(key, chooser));
    return {
      effect: chooser.below(3) === 1 ? 'deny' : 'allow',
      actions,
      resources: wanted.length === 0 || together || chooser.below(4) === 1 ? ['*'] : wanted,
      conditions,
    };
  }

  /** The draft with a mistake, or `undefined` where the action gives no occasion to make it. */
  #spoil(draft: Draft, action: Action, mistake: Mistake): Draft | undefined {
    const withCondition = (condition: TypedCondition): Draft => ({ ...draft, conditions: [condition] });
    switch (mistake) {
      case 'action':
        return { ...draft, actions: [`${action.fullName}s`] };
      case 'resource': {
        const other = [...this.#builders.values()].find(({ service }) => service !== action.service);
        return other && { ...draft, resources: [other] };
      }
      case 'key': {
        const key = this.#foreignKey(action);
        return key && withCondition({ functions: [OPERATORS[key.type][0]], key: key.name, value: '1' });
      }
      case 'operator':
        return withCondition({ functions: ['numericEquals'], key: 'aws:SourceVpc', value: 1 });
      case 'qualifier':
        return withCondition({ functions: ['stringEquals'], key: 'aws:CalledVia', value: 'a' });
      case 'value':
        return withCondition({ functions: ['bool'], key: 'aws:SecureTransport', value: 'true' });
    }
  }

  #foreignKey(action: Action): TypedKey | undefined {
    const keys = this.#services.flatMap(({ conditionKeys }) => conditionKeys);
    return keys.find(
      ({ name, type, multivalued }) =>
        type === 'String' &&
        !multivalued &&
        !name.includes('${') &&
        !name.startsWith('aws:') &&
        !name.startsWith(`${action.service}:`),
    );
  }

  #run({ effect, actions, resources, conditions }: Draft): unknown {
    const begin = this.#runtime[effect];
    if (begin === undefined) throw new Error(`the runtime module has no ${effect}`);
    const arns = resources.map((resource) =>
      resource === '*' ? resource : resource.builder.build(resource.parts),
    );
    const statement = (begin(...actions) as Chained).on(...arns);
    return conditions.length === 0
      ? statement
      : statement.when(...conditions.map((condition) => this.#condition(condition)));
  }

  #condition({ functions: [operator, ...wrappers], key, value }: TypedCondition): unknown {
    const inner: unknown = this.#runtime[operator]?.(key, value);
    return wrappers.reduce((given, wrapper): unknown => this.#runtime[wrapper]?.(given), inner);
  }
}

/** An action alone, a pattern that matches it, or together with another of the service. */
function actionsWith(
  { prefix, actions }: Service,
  { name, fullName }: Action,
  chooser: Chooser,
): { readonly actions: readonly string[]; readonly together: boolean } {
  const verb = /^[A-Z][a-z]+/.exec(name)?.[0] ?? name;
  const patterns = [`${prefix}:${verb}*`, `${prefix}:?${name.slice(1)}`];
  switch (chooser.below(5)) {
    case 1:
      return { actions: [pick(patterns, chooser)], together: false };
    case 2:
      return { actions: [fullName, pick(actions, chooser).fullName], together: true };
    default:
      return { actions: [fullName], together: false };
  }
}

/** @param constants - the exports of the service's module, where actions are to be named by them. */
function codeOf(
  { effect, actions, resources, conditions }: Draft,
  constants: ModuleExports | undefined,
): string {
  const arns = resources.map((resource) =>
    resource === '*'
      ? "'*'"
      : `${resource.service}.${resource.builder.name}(${JSON.stringify(resource.parts)})`,
  );
  const given = conditions.map(({ functions: [operator, ...wrappers], key, value }) =>
    wrappers.reduce(
      (inner, wrapper) => `${wrapper}(${inner})`,
      `${operator}(${JSON.stringify(key)}, ${JSON.stringify(value)})`,
    ),
  );
  const names = actions.map((action) => {
    const [service = '', name = ''] = action.split(':');
    return constants?.[name] === action ? `${service}.${name}` : JSON.stringify(action);
  });
  const when = given.length === 0 ? '' : `.when(${given.join(', ')})`;
  return `${effect}(${names.join(', ')}).on(${arns.join(', ')})${when}`;
}

/** The keys that the requests of an action can have besides the global ones, with their variables filled. */
function keysOf(service: Service, action: Action): readonly TypedKey[] {
  // Actions of Amazon EC2 list their keys completely.
  const listing = service.prefix === 'ec2' ? [] : service.resourceTypes;
  const types = new Map(listing.map((type) => [type.name, type.conditionKeys]));
  const names = new Set([
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ name, conditionKeys }) => [
      ...conditionKeys,
      // What tags a request sends is a matter of the action, not of the resource.
      ...(types.get(name) ?? []).filter((key) => !/^aws:(?:RequestTag\/|TagKeys$)/.test(key)),
    ]),
  ]);
  return service.conditionKeys
    .filter(({ name }) => names.has(name))
    .map((key) => ({ ...key, name: key.name.replace(/\$\{[^}]*\}/g, 'team') }));
}

function partsOf({ formats }: ArnBuilder): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, string>> = {
    partition: 'aws',
    region: 'us-east-1',
    account: '111122223333',
  };
  return Object.fromEntries((formats[0] ?? []).map(({ name }) => [name, values[name] ?? 'web']));
}

function pick<Value>(values: readonly Value[], chooser: Chooser): Value {
  const value = values[chooser.below(values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
