import { codesOf, QUOTE, standsAt } from '../../json/jsonCodes.ts';
import { utf8Text } from '../../json/utf8Text.ts';
import { isJsonRecord } from '../../read/shape.ts';
import type { CallCollector, EventHead } from '../callCollector.ts';
import type { KeyOfEvents } from '../eventFields.ts';
import { ByteKeys } from './byteKeys.ts';
import { TIME_FORM, timeNumber } from './eventTimes.ts';
import { SLOT } from './eventSlots.ts';
import { NOWHERE, placeOf, RecordScanner } from './recordScanner.ts';

const MOST_REQUEST = 4096;
const MOST_RECORD = 65_536;
/** The length of an empty string, with its quotes. */
const EMPTY = 2;
/** Types of callers that their issuers name, with their quotes. */
const SESSIONS = ['"AssumedRole"', '"FederatedUser"'].map(codesOf);
/** What tells heads apart, `arn` apart. */
const HEAD_SLOTS = [
  SLOT.eventType,
  SLOT.eventSource,
  SLOT.eventName,
  SLOT.awsRegion,
  SLOT.errorCode,
  SLOT.vpcEndpointId,
  SLOT.managementEvent,
  SLOT.eventCategory,
  SLOT.type,
  SLOT.accountId,
  SLOT.invokedBy,
  SLOT.issuer,
  SLOT.mfaAuthenticated,
];

/**
 * Reads the files that AWS CloudTrail writes. Most events are as others before them in all that is read of them, letter by letter:
 * only what is new of an event is parsed, and all that is known is found by its bytes.
 */
export class RecordReader {
  readonly #calls: CallCollector;
  readonly #headSlots: readonly number[];
  readonly #scanner = new RecordScanner();
  #headKeys = new ByteKeys();
  /** By number; `undefined` for events that are of no call. */
  #heads: (EventHead | undefined)[] = [];
  #callKeys = new ByteKeys();
  /** Numbers of calls, by the numbers of their keys. */
  #known: number[] = [];

  /**
   * @param calls - to which events are added.
   * @param wanted - keys with many values that calls are told apart by.
   */
  constructor(calls: CallCollector, wanted: ReadonlySet<KeyOfEvents>) {
    this.#calls = calls;
    this.#headSlots = [
      ...HEAD_SLOTS,
      ...(wanted.has('aws:SourceIp') ? [SLOT.sourceIPAddress] : []),
      ...(wanted.has('aws:UserAgent') ? [SLOT.userAgent] : []),
    ];
  }

  /**
   * Reads a file.
   *
   * @param bytes - in UTF-8.
   * @returns whether it is as AWS CloudTrail writes files; of others nothing is taken.
   */
  read(bytes: Uint8Array): boolean {
    const count = this.#scanner.scan(bytes);
    for (let record = 0; record < (count ?? 0); record++) this.#take(record);
    this.#scanner.release();
    return count !== undefined;
  }

  #take(record: number): void {
    if (this.#scanner.bytes[this.#start(record, SLOT.eventName)] !== QUOTE) return;
    const call = this.#isLong(record) ? this.#readCall(this.#readHead(record), record) : this.#call(record);
    const time = this.#timeOf(record);
    if (typeof time === 'number') this.#calls.count(time, call);
    else this.#calls.countAlike({ count: 1, first: time, last: time }, call);
  }

  /** What is so long is hardly there twice. */
  #isLong(record: number): boolean {
    const length = this.#end(record, SLOT.requestParameters) - this.#start(record, SLOT.requestParameters);
    return (
      length > MOST_REQUEST || this.#end(record, SLOT.record) - this.#start(record, SLOT.record) > MOST_RECORD
    );
  }

  /** Lets go of all that only spares work. */
  forget(): void {
    this.#headKeys = new ByteKeys();
    this.#heads = [];
    this.#forgetCalls();
  }

  #forgetCalls(): void {
    this.#callKeys = new ByteKeys();
    this.#known = [];
  }

  /** A number, or a text where it is written otherwise than AWS CloudTrail does. */
  #timeOf(record: number): number | string {
    const { bytes } = this.#scanner;
    const start = this.#start(record, SLOT.eventTime);
    if (this.#end(record, SLOT.eventTime) - start === TIME_FORM.length + EMPTY && bytes[start] === QUOTE) {
      const number = timeNumber((index) => bytes[start + 1 + index]);
      if (number !== undefined) return number;
    }
    const time = this.#read(record, SLOT.eventTime);
    return typeof time === 'string' ? time : '';
  }

  #call(record: number): number | undefined {
    if (this.#headKeys.isFull) this.forget();
    if (this.#callKeys.isFull) this.#forgetCalls();
    const number = this.#headNumber(record);
    if (number === this.#heads.length) this.#heads.push(this.#readHead(record));
    const head = this.#heads[number];
    if (head === undefined) return undefined;
    const keys = this.#callKeys;
    keys.start(number);
    this.#addTo(keys, record, SLOT.requestParameters);
    this.#addTo(keys, record, SLOT.resources);
    const key = keys.number();
    if (key === this.#known.length) this.#known.push(this.#readCall(head, record) ?? 0);
    return this.#known[key];
  }

  /** The same number, the same head. */
  #headNumber(record: number): number {
    const keys = this.#headKeys;
    const isNamed = this.#isNamedByIssuer(record);
    keys.start(isNamed ? 1 : 0);
    for (const slot of this.#headSlots) this.#addTo(keys, record, slot);
    if (!isNamed) this.#addTo(keys, record, SLOT.arn);
    return keys.number();
  }

  /** Each session has an ARN of its own, which does not count where the event tells of whom the session is. */
  #isNamedByIssuer(record: number): boolean {
    const { bytes } = this.#scanner;
    const start = this.#start(record, SLOT.issuer);
    if (bytes[start] !== QUOTE || this.#end(record, SLOT.issuer) - start <= EMPTY) return false;
    const type = this.#start(record, SLOT.type);
    const length = this.#end(record, SLOT.type) - type;
    return SESSIONS.some((name) => name.length === length && standsAt(bytes, type, name));
  }

  #readHead(record: number): EventHead | undefined {
    const event = this.#read(record, SLOT.record);
    return isJsonRecord(event) ? this.#calls.headOf(event) : undefined;
  }

  #readCall(head: EventHead | undefined, record: number): number | undefined {
    if (head === undefined) return undefined;
    const parameters = this.#read(record, SLOT.requestParameters);
    const resources = this.#read(record, SLOT.resources);
    return this.#calls.call(head, { parameters, resources });
  }

  #addTo(keys: ByteKeys, record: number, slot: number): void {
    keys.add(this.#scanner.bytes, this.#start(record, slot), this.#end(record, slot));
  }

  #start(record: number, slot: number): number {
    return this.#scanner.places[placeOf(record, slot)] ?? NOWHERE;
  }

  #end(record: number, slot: number): number {
    return this.#scanner.places[placeOf(record, slot) + 1] ?? NOWHERE;
  }

  /** `undefined` for what the event does not have. */
  #read(record: number, slot: number): unknown {
    const start = this.#start(record, slot);
    if (start < 0) return undefined;
    return JSON.parse(utf8Text(this.#scanner.bytes, start, this.#end(record, slot)));
  }
}
