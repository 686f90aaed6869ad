import type { ObservedCall, ObservedCaller, ObservedCalls } from '../model/observedCall.ts';
import { isJsonRecord, textMember, type JsonRecord } from '../read/shape.ts';
import { callerOf, contextOf, resourcesOfEvent, type KeyOfEvents } from './eventFields.ts';
import { ByteKeys } from './records/byteKeys.ts';
import { EventTimes, type AlikeEvents } from './records/eventTimes.ts';
import { asInput, eventOperation, isListOfEvents, type EventOperation } from './eventOperation.ts';

/** Requests of an operation by a caller in one situation. */
interface OpenGroup {
  readonly number: number;
  readonly caller: ObservedCaller;
  readonly source: string;
  readonly name: string;
  readonly known: EventOperation;
  readonly region: string | undefined;
  readonly context: ObservedCall['context'];
  readonly invokedBy: string | undefined;
  readonly error: string | undefined;
  /** How many there are by the members that matter. */
  whole: number;
  /** And by all but the last of them. */
  less: number;
}

/** All that an event tells of a call but its request and its time. */
export interface EventHead {
  readonly group: OpenGroup;
  readonly isData: boolean;
}

/** What an event tells of the request, as it stands there. */
export interface EventRequest {
  readonly parameters: unknown;
  readonly resources: unknown;
}

/** Above so many different requests of one operation by one caller, the rest are told without what was different last. */
const MOST_DIFFERENT = 200;

/** A call, as far as its times do not tell. */
interface CollectedCall extends Pick<ObservedCall, 'input' | 'resources'> {
  readonly group: OpenGroup;
  readonly isData: boolean;
  /** Whether it stands for requests without what was different last. */
  readonly isLess: boolean;
}

const NONE: readonly string[] = [];
/** The row of all events, of calls or not; those of calls are behind it. */
const ALL = 0;

/** Puts events that are alike together to calls. */
export class CallCollector {
  readonly #wanted: ReadonlySet<KeyOfEvents>;
  readonly #operations: Map<string, EventOperation> = new Map();
  readonly #groups: Map<string, OpenGroup> = new Map();
  /** What many of them have alike. */
  readonly #callers: Map<string, ObservedCaller> = new Map();
  readonly #contexts: Map<string, ObservedCall['context']> = new Map();
  /** By their groups and requests. */
  readonly #requests = new ByteKeys();
  readonly #calls: CollectedCall[] = [];
  readonly #times = new EventTimes();

  /** @param wanted - keys with many values that calls are told apart by. */
  constructor(wanted: ReadonlySet<KeyOfEvents>) {
    this.#wanted = wanted;
  }

  /** All that was collected. */
  end(): ObservedCalls {
    const { count: events = 0, first, last } = this.#times.of(ALL) ?? {};
    const places = this.#calls.map(({ group, isLess }) => 2 * group.number + Number(isLess));
    const order = Uint32Array.from(places.keys()).sort(
      (one, other) => (places[one] ?? 0) - (places[other] ?? 0) || one - other,
    );
    const calls: ObservedCall[] = [];
    for (const number of order) {
      const call = this.#observed(number);
      if (call !== undefined) calls.push(call);
    }
    return { calls, events, first, last };
  }

  /**
   * Counts an event, of a call or not.
   *
   * @param time - as `timeNumber` has it.
   * @param call - number of the call.
   */
  count(time: number, call?: number): void {
    this.#times.count(ALL, time);
    if (call !== undefined) this.#times.count(call + 1, time);
  }

  /**
   * Counts events that are alike.
   *
   * @param alike - how many, and when.
   * @param call - number of the call.
   */
  countAlike(alike: AlikeEvents, call?: number): void {
    this.#times.countAlike(ALL, alike);
    if (call !== undefined) this.#times.countAlike(call + 1, alike);
  }

  /**
   * Reads who made a call, which and how.
   *
   * @param event - a record.
   * @returns `undefined` where it is of no call.
   */
  headOf(event: JsonRecord): EventHead | undefined {
    const type = event['eventType'];
    if (type !== undefined && type !== 'AwsApiCall') return undefined;
    const caller = callerOf(event['userIdentity']);
    const source = textMember(event, 'eventSource') ?? '';
    const name = textMember(event, 'eventName') ?? '';
    const error = textMember(event, 'errorCode');
    const region = textMember(event, 'awsRegion');
    const context = contextOf(event, this.#wanted);
    const key = `${caller.name} ${source} ${name} ${region ?? ''} ${error ?? ''} ${JSON.stringify(context)}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = {
        number: this.#groups.size,
        caller: once(this.#callers, caller),
        source,
        name,
        known: this.#operation(source, name),
        region,
        context: once(this.#contexts, context),
        invokedBy: serviceOf(event, caller),
        error,
        whole: 0,
        less: 0,
      };
      this.#groups.set(key, group);
    }
    return { group, isData: event['managementEvent'] === false || event['eventCategory'] === 'Data' };
  }

  /**
   * The number of the call that events are of: always the same for the same.
   *
   * @param head - who made it, which and how.
   * @param request - what it names.
   */
  call({ group, isData }: EventHead, { parameters, resources: named }: EventRequest): number {
    const input = inputOf(parameters, group.known);
    // Only what names no member tells its resources beside.
    const resources = input === undefined ? resourcesOfEvent(named) : NONE;
    const known = this.#find(group, ` ${keyOf(input, resources)}`);
    if (known !== undefined) return known;
    if (group.whole === MOST_DIFFERENT) return this.#callWithLess({ group, isData }, input);
    group.whole++;
    const told = input === undefined ? {} : asInput(input);
    return this.#make({ group, isData, input: told, resources, isLess: false });
  }

  #callWithLess({ group, isData }: EventHead, input: JsonRecord | undefined): number {
    const rest = withoutLast(input, group.known.members);
    let known = this.#find(group, rest === undefined ? '-' : `-${JSON.stringify(rest)}`);
    const isTold = rest !== undefined && group.less < MOST_DIFFERENT;
    if (known === undefined && rest !== undefined && !isTold) known = this.#find(group, '-');
    if (known !== undefined) return known;
    group.less++;
    const told = isTold ? asInput(rest) : undefined;
    return this.#make({ group, isData, input: told, resources: NONE, isLess: true });
  }

  #find({ number }: OpenGroup, request: string): number | undefined {
    this.#requests.start(number);
    this.#requests.addText(request);
    return this.#requests.find();
  }

  /** Of the request that was looked for last. */
  #make(call: CollectedCall): number {
    this.#calls.push(call);
    return this.#requests.number();
  }

  #observed(number: number): ObservedCall | undefined {
    const call = this.#calls[number];
    const times = this.#times.of(number + 1);
    if (call === undefined || times === undefined) return undefined;
    const { group, isData, input, resources } = call;
    const { caller, source, name, known, region, context, invokedBy, error } = group;
    return {
      caller,
      eventSource: source,
      eventName: name,
      operation: known.operation,
      input,
      resources,
      region,
      context,
      invokedBy,
      error,
      isData,
      count: times.count,
      first: times.first,
      last: times.last,
    };
  }

  #operation(source: string, name: string): EventOperation {
    const event = `${source} ${name}`;
    let known = this.#operations.get(event);
    if (known === undefined) this.#operations.set(event, (known = eventOperation(source, name)));
    return known;
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
    if (!isListOfEvents(name)) continue;
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

/** The one that is kept of those that say the same. */
function once<Value>(kept: Map<string, Value>, value: Value): Value {
  const text = JSON.stringify(value);
  const known = kept.get(text);
  if (known === undefined) kept.set(text, value);
  return known ?? value;
}
