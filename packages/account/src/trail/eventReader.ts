import { startOfText, utf8Text } from '../json/utf8Text.ts';
import type { AccountDiagnostic } from '../model/accountDiagnostic.ts';
import type { ObservedCalls } from '../model/observedCall.ts';
import { AccountFindings } from '../read/findings.ts';
import { parseFile } from '../read/parseFile.ts';
import { isJsonRecord, textMember } from '../read/shape.ts';
import { CallCollector } from './callCollector.ts';
import type { KeyOfEvents } from './eventFields.ts';
import type { AlikeEvents } from './records/eventTimes.ts';
import { RecordReader } from './records/recordReader.ts';

/** What events tell, and what is wrong with their files. */
export interface EventsReading extends ObservedCalls {
  readonly diagnostics: readonly AccountDiagnostic[];
}

/** What to tell calls apart by. */
export interface EventReaderOptions {
  /** Keys with many values that policies ask for; none if left out. */
  readonly keys?: readonly KeyOfEvents[] | undefined;
}

/**
 * Reads events of AWS CloudTrail file by file, and keeps of calls that are alike how many there were. Of one caller and operation
 * no more than some hundred different requests are kept. Never throws.
 */
export class EventReader {
  readonly #findings = new AccountFindings();
  readonly #calls: CallCollector;
  readonly #records: RecordReader;

  /** @param options - what to tell calls apart by. */
  constructor({ keys = [] }: EventReaderOptions = {}) {
    const wanted = new Set(keys);
    this.#calls = new CallCollector(wanted);
    this.#records = new RecordReader(this.#calls, wanted);
  }

  /**
   * Reads a file.
   *
   * @param text - `{ "Records": [ … ] }`, a list of events, or one event a line; as bytes in UTF-8, the first of these is read
   * without making anything of what is not asked for.
   * @param file - its name, for diagnostics.
   */
  read(text: string | Uint8Array, file = ''): void {
    if (typeof text !== 'string') {
      if (this.#records.read(text)) return;
      this.read(utf8Text(text, startOfText(text)), file);
      return;
    }
    for (const event of this.#recordsOf(text, file)) this.add(event);
  }

  /**
   * Takes an event that was read elsewhere.
   *
   * @param event - a record of AWS CloudTrail; what is none is left out.
   * @param alike - of how many it is one; of itself alone if left out.
   */
  add(event: unknown, alike?: AlikeEvents): void {
    if (!isJsonRecord(event) || typeof event['eventName'] !== 'string') return;
    const time = textMember(event, 'eventTime') ?? '';
    const head = this.#calls.headOf(event);
    const request = { parameters: event['requestParameters'], resources: event['resources'] };
    const call = head && this.#calls.call(head, request);
    this.#calls.countAlike(alike ?? { count: 1, first: time, last: time }, call);
  }

  /** All that was told. */
  end(): EventsReading {
    this.#records.forget();
    return { ...this.#calls.end(), diagnostics: this.#findings.list };
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
