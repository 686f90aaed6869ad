import type { AccountDiagnostic } from '../model/accountDiagnostic.ts';
import type { ObservedCall, ObservedCaller, ObservedCalls } from '../model/observedCall.ts';
import { AccountFindings } from '../read/findings.ts';
import { parseFile } from '../read/parseFile.ts';
import { isJsonRecord, textMember, type JsonRecord } from '../read/shape.ts';
import { callerOf, contextOf, resourcesOfEvent, type KeyOfEvents } from './eventFields.ts';
import { asInput, eventOperation, type EventOperation } from './eventOperation.ts';

/** What events tell, and what is wrong with their files. */
export interface EventsReading extends ObservedCalls {
  readonly diagnostics: readonly AccountDiagnostic[];
}

/** What to tell calls apart by. */
export interface EventReaderOptions {
  /** Keys with many values that policies ask for; none if left out. */
  readonly keys?: readonly KeyOfEvents[] | undefined;
}

/** How many events are alike in all that is read of them. */
export interface AlikeEvents {
  readonly count: number;
  /** Times of the first and the last of them. */
  readonly first: string;
  readonly last: string;
}

/** Above so many different requests of one operation by one caller, the rest are told without what was different last. */
const MOST_DIFFERENT = 200;

interface OpenCall extends Omit<ObservedCall, 'count' | 'first' | 'last'> {
  count: number;
  first: string;
  last: string;
}

/** Requests of an operation by a caller. */
interface OpenGroup {
  readonly caller: ObservedCaller;
  readonly known: EventOperation;
  /** By the members that matter. */
  readonly calls: Map<string, OpenCall>;
  /** By all but the last of them. */
  readonly less: Map<string, OpenCall>;
}

/**
 * Reads events of AWS CloudTrail file by file, and keeps of calls that are alike how many there were. Of one caller and operation
 * no more than some hundred different requests are kept. Never throws.
 */
export class EventReader {
  readonly #findings = new AccountFindings();
  readonly #wanted: ReadonlySet<KeyOfEvents>;
  readonly #operations: Map<string, EventOperation> = new Map();
  readonly #groups: Map<string, OpenGroup> = new Map();
  #events = 0;
  #first: string | undefined;
  #last: string | undefined;

  /** @param options - what to tell calls apart by. */
  constructor({ keys = [] }: EventReaderOptions = {}) {
    this.#wanted = new Set(keys);
  }

  /**
   * Reads a file.
   *
   * @param text - `{ "Records": [ … ] }`, a list of events, or one event a line.
   * @param file - its name, for diagnostics.
   */
  read(text: string, file = ''): void {
    for (const event of this.#recordsOf(text, file)) this.add(event);
  }

  /**
   * Takes an event that was read elsewhere.
   *
   * @param event - a record of AWS CloudTrail; what is none is left out.
   * @param alike - of how many it is one; of itself alone if left out.
   */
  add(event: unknown, alike?: AlikeEvents): void {
    if (isJsonRecord(event) && typeof event['eventName'] === 'string') this.#take(event, alike);
  }

  /** All that was told. */
  end(): EventsReading {
    const calls = [...this.#groups.values()].flatMap((group) => [
      ...group.calls.values(),
      ...group.less.values(),
    ]);
    const { list: diagnostics } = this.#findings;
    return { calls, events: this.#events, first: this.#first, last: this.#last, diagnostics };
  }

  #recordsOf(text: string, file: string): readonly unknown[] {
    const at = { file, path: '', start: undefined };
    const value = isLines(text) ? linesOf(text) : parseFile(text, { findings: this.#findings, at });
    if (Array.isArray(value)) return value as readonly unknown[];
    if (!isJsonRecord(value)) {
      if (value !== undefined) this.#findings.add('invalid-shape', 'expected `{ "Records": [ … ] }`', at);
      return [];
    }
    const records = value['Records'] ?? value['Events'];
    if (Array.isArray(records)) return records as readonly unknown[];
    if ('eventName' in value) return [value];
    // Digests and the like lie beside the events.
    if (!('digestS3Object' in value))
      this.#findings.add('invalid-shape', 'expected a list in `Records`', { ...at, path: '/Records' });
    return [];
  }

  #take(event: JsonRecord, alike?: AlikeEvents): void {
    const time = textMember(event, 'eventTime') ?? '';
    const { count, first, last } = alike ?? { count: 1, first: time, last: time };
    this.#events += count;
    if (this.#first === undefined || first < this.#first) this.#first = first;
    if (this.#last === undefined || last > this.#last) this.#last = last;
    const type = event['eventType'];
    if (type !== undefined && type !== 'AwsApiCall') return;
    const caller = callerOf(event['userIdentity']);
    const source = textMember(event, 'eventSource') ?? '';
    const name = textMember(event, 'eventName') ?? '';
    const error = textMember(event, 'errorCode');
    const region = textMember(event, 'awsRegion');
    const context = contextOf(event, this.#wanted);
    const situation = `${source} ${name} ${region ?? ''} ${error ?? ''} ${JSON.stringify(context)}`;
    const group = this.#group(`${caller.name} ${situation}`, { caller, source, name });
    const input = inputOf(event['requestParameters'], group.known);
    // Only what names no member tells its resources beside.
    const resources = input === undefined ? resourcesOfEvent(event['resources']) : [];
    const call = this.#call(group, { input, resources }, () => ({
      caller: group.caller,
      eventSource: source,
      eventName: name,
      operation: group.known.operation,
      input: input === undefined ? {} : asInput(input),
      resources,
      region,
      context,
      invokedBy: serviceOf(event, caller),
      error,
      isData: event['managementEvent'] === false || event['eventCategory'] === 'Data',
      count: 0,
      first,
      last,
    }));
    call.count += count;
    if (first < call.first) call.first = first;
    if (last > call.last) call.last = last;
  }

  #group(
    key: string,
    {
      caller,
      source,
      name,
    }: { readonly caller: ObservedCaller; readonly source: string; readonly name: string },
  ): OpenGroup {
    let group = this.#groups.get(key);
    if (group === undefined) {
      const event = `${source} ${name}`;
      let known = this.#operations.get(event);
      if (known === undefined) this.#operations.set(event, (known = eventOperation(source, name)));
      group = { caller, known, calls: new Map(), less: new Map() };
      this.#groups.set(key, group);
    }
    return group;
  }

  #call(
    { calls, less, known }: OpenGroup,
    { input, resources }: { readonly input: JsonRecord | undefined; readonly resources: readonly string[] },
    make: () => OpenCall,
  ): OpenCall {
    const key = keyOf(input, resources);
    let call = calls.get(key);
    if (call !== undefined) return call;
    if (calls.size < MOST_DIFFERENT) {
      call = make();
      calls.set(key, call);
      return call;
    }
    const rest = withoutLast(input, known.members);
    const shorter = rest === undefined || less.size >= MOST_DIFFERENT ? '' : JSON.stringify(rest);
    call = less.get(shorter);
    if (call === undefined) {
      call = { ...make(), resources: [], input: shorter === '' ? undefined : asInput(rest ?? {}) };
      less.set(shorter, call);
    }
    return call;
  }
}

function keyOf(input: JsonRecord | undefined, resources: readonly string[]): string {
  if (input === undefined) return resources.length === 0 ? '' : resources.join(' ');
  return JSON.stringify(input);
}

/** The members of a request that matter; `undefined` where it has none. */
function inputOf(parameters: unknown, { members }: EventOperation): JsonRecord | undefined {
  if (!isJsonRecord(parameters)) return undefined;
  let input: Record<string, unknown> | undefined;
  for (const member of members) {
    if (!(member in parameters)) continue;
    input ??= {};
    input[member] = parameters[member];
  }
  // Of Amazon EC2, names are not those of the API.
  for (const name in parameters) {
    if (!name.endsWith('Set')) continue;
    input ??= {};
    input[name] = parameters[name];
  }
  return input;
}

function withoutLast(input: JsonRecord | undefined, members: readonly string[]): JsonRecord | undefined {
  if (input === undefined) return undefined;
  const last = members.findLast((member) => member in input);
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => name !== last));
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function serviceOf({ userIdentity }: JsonRecord, { kind }: ObservedCaller): string | undefined {
  if (kind === 'service' || !isJsonRecord(userIdentity)) return undefined;
  return textMember(userIdentity, 'invokedBy');
}

/** One event a line, as exports have them: the first line is a whole object, and there are more. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  return end > 0 && text.charCodeAt(0) === 123 && text[end - 1] === '}' && text.charCodeAt(end + 1) === 123;
}

function linesOf(text: string): readonly unknown[] {
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}
