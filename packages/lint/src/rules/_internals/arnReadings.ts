import { possibleFormats } from '../../facts/resourceFormats.ts';
import { arnFormatsOf } from '../../facts/arnFormats.ts';
import type { FormatFields } from '../../facts/formatFields.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';

/** A resource ARN with the formats that its service has, and those that its resource part can have. */
export interface ArnReading {
  readonly facts: ResourceFacts;
  readonly entry: ListEntry<ResourceFacts>;
  readonly region: string;
  readonly account: string;
  readonly all: readonly FormatFields[];
  readonly possible: readonly FormatFields[];
}

/** Every resource that is an ARN of a service that the catalog has formats of. */
export function arnReadings(context: LintContext): readonly ArnReading[] {
  return context.once(readAll);
}

function readAll(context: LintContext): readonly ArnReading[] {
  return [...read(context)];
}

function* read(context: LintContext): Iterable<ArnReading> {
  for (const entry of context.comparableResources) {
    const { facts } = entry;
    if (!facts.isArn) continue;
    const [, , service = '', region = '', account = ''] = facts.fields;
    const all = arnFormatsOf(service);
    if (all.length > 0) yield { facts, entry, region, account, all, possible: possibleFormats(facts) };
  }
}
