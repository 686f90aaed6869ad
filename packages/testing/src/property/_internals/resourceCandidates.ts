import { compileArnPattern, overlap, type Matcher } from '@policywright/arn';
import { getAction, getResourceType } from '@policywright/catalog';
import type { Statement } from '@policywright/policy';
import { fillVariables, fillWildcards, type KnownValues } from './fillText.ts';

/** What resources are made from. */
export interface ResourceSources {
  /** Patterns of the guard rail. */
  readonly patterns: readonly string[];
  /** The account that owns them where no pattern says. */
  readonly account: string;
  readonly values: KnownValues;
}

/** Lists resources of an action that both a statement and the guard rail cover, the plainest first. */
export function resourceCandidates(
  action: string,
  statement: Statement | undefined,
  sources: ResourceSources,
): readonly string[] {
  const { patterns, values } = sources;
  const guards = patterns.map(compile);
  const element = statement?.resource;
  const own = element === undefined || element.negated ? ['*'] : element.values;
  const filled = own.map((pattern) => fillVariables(pattern, values));
  const statements = filled.map(compile);
  const texts = [
    ...typicalResources(action, sources),
    ...[...patterns, ...filled].map((pattern) => fillArn(pattern, sources)),
    ...statements.flatMap((pattern) => guards.flatMap((guard) => witness(pattern, guard))),
  ];
  const fits = (matchers: readonly Matcher[], text: string): boolean => matchers.some((m) => m.matches(text));
  const found = [...new Set(texts)].filter((text) => fits(guards, text) && fits(statements, text));
  const resources = found.filter((text) => text === '*' || text.split(':').length >= 6);
  return resources.length > 0 ? resources : ['*'];
}

/** Resources that an action has in life. */
function typicalResources(action: string, { account }: ResourceSources): readonly string[] {
  const found = getAction(action);
  if (found === undefined) return [];
  const formats = found.resourceTypes.flatMap(
    ({ name }) => getResourceType(found.service, name)?.arnFormats ?? [],
  );
  return formats.length === 0
    ? ['*']
    : formats.map((format) => fillArn(nameParts(format, account), { account }));
}

const PARTS: Readonly<Record<string, string>> = { Partition: 'aws', Region: 'us-east-1' };

function nameParts(format: string, account: string): string {
  return format.replace(/\$\{(\w+)\}/g, (_, name: string) =>
    name === 'Account' ? account : (PARTS[name] ?? 'example'),
  );
}

/** An ARN that a pattern matches; `*` alone stands for requests without a resource. */
function fillArn(pattern: string, { account }: Pick<ResourceSources, 'account'>): string {
  if (/^\*+$/.test(pattern)) return '*';
  const segments = pattern.split(':');
  const fields = segments.map((segment, index) => {
    if (segment === '*' && index === 1) return 'aws';
    if (segment === '*' && index === 3) return 'us-east-1';
    if (segment === '*' && index === 4) return account;
    return fillWildcards(segment, 'example');
  });
  return fields.join(':');
}

function witness(pattern: Matcher, guard: Matcher): readonly string[] {
  const shared = overlap(pattern, guard);
  return shared.verdict === 'yes' ? [shared.witness] : [];
}

function compile(pattern: string): Matcher {
  return compileArnPattern(pattern, { dialect: 'resource', missingFields: 'wildcard' });
}
