import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EventReader, type EventReaderOptions, type EventsReading } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readableFiles } from '../../io/readableFiles.ts';
import { describeFileError } from '../../io/readInput.ts';
import { reportFindings } from './reportFindings.ts';

/** CloudTrail writes files of some megabytes; a file that claims to hold more than a text can is none of its. */
const MOST_BYTES = 512 * 1024 * 1024;
const ENDINGS = ['.json', '.json.gz'] as const;

/** The option that names events. */
export const EVENTS_OPTION = {
  events: {
    value: 'PATH',
    repeats: true,
    description:
      'file or folder of events of AWS CloudTrail, `*.json` or `*.json.gz` as they lie in the bucket; `trail` in the snapshot by default',
  },
} as const;

/**
 * Lists the files of events of AWS CloudTrail.
 *
 * @param io - the files.
 * @param paths - as the user named them.
 * @throws CommandError - where a path leads to none.
 */
export async function trailFiles(io: Io, paths: readonly string[]): Promise<readonly string[]> {
  const takes = (name: string): boolean => ENDINGS.some((ending) => name.endsWith(ending));
  return readableFiles(io, paths, { endings: ENDINGS, takes });
}

/**
 * Reads events of AWS CloudTrail, file by file.
 *
 * @param io - the files.
 * @param paths - as the user named them.
 * @param options - what to tell calls apart by.
 * @throws CommandError - where a file cannot be read, or no file has an event.
 */
export async function readTrail(
  io: Io,
  paths: readonly string[],
  options: EventReaderOptions = {},
): Promise<EventsReading> {
  const reader = new EventReader(options);
  for (const file of await trailFiles(io, paths)) reader.read(await textOf(io, file), file);
  const reading = reader.end();
  reportFindings(io, reading.diagnostics);
  if (reading.events === 0)
    throw new CommandError(`there are no events in ${paths.map((path) => quote(path)).join(', ')}`, {
      help: 'expected files of AWS CloudTrail: `{ "Records": [ … ] }`',
    });
  return reading;
}

async function textOf(io: Io, file: string): Promise<string> {
  try {
    const bytes = await io.files.read(resolve(io.cwd, file), MOST_BYTES);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return new TextDecoder().decode(isZipped ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes);
  } catch (error) {
    const problem = describeFileError(error);
    throw new CommandError(`${quote(file)}: ${problem.message}`, problem);
  }
}
