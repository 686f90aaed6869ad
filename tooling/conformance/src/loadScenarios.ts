import { readdirSync, readFileSync } from 'node:fs';
import {
  readScenarios,
  type ScenarioDiagnostic,
  type ScenarioFile,
  type ScenarioReading,
} from '@policywright/testing/scenario';

/** A file of the corpus, read. */
export interface CorpusFile extends ScenarioFile {
  /** The file's name without its extension: `s3`, or `semantics` for the scenarios that go rule by rule. */
  readonly area: string;
  /** For each scenario the title of the AWS documentation topic that it follows, where it names one. */
  readonly sources: readonly (string | undefined)[];
  /** Everything found in the file but the members that only the corpus has; places point into the file. */
  readonly findings: readonly ScenarioDiagnostic[];
}

/** A scenario as it stands in the file, as far as the corpus says more than the scenario format. */
interface Entry {
  readonly source?: string;
  readonly flags?: { readonly restrictPublicBuckets?: boolean };
}

const FOLDER = new URL('../scenarios/', import.meta.url);
/** What the corpus says more: where a scenario comes from, and Block Public Access of a bucket (rule S195). */
const CORPUS_MEMBER = /\/(?:source|flags\/restrictPublicBuckets)$/;

/**
 * Loads every scenario file of the corpus.
 *
 * @returns the files by name.
 */
export function loadScenarios(): readonly CorpusFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readCorpusFile(name, readFileSync(new URL(name, FOLDER), 'utf8')));
}

function readCorpusFile(name: string, text: string): CorpusFile {
  const entries = JSON.parse(text) as readonly Entry[];
  // The text itself is read too: parsing it before hides members that it repeats, and moves every place.
  const written = readScenarios(text, { file: name });
  const file = readScenarios(JSON.stringify(entries.map(inScenarioFormat)), { file: name });
  const findings = [...written.diagnostics, ...written.scenarios.flatMap(({ diagnostics }) => diagnostics)];
  return {
    ...file,
    scenarios: file.scenarios.map((reading, index) => withPublicAccessFlag(reading, entries[index])),
    area: name.slice(0, -'.json'.length),
    sources: entries.map(({ source }) => source),
    findings: findings.filter(
      ({ code, path }) => code !== 'scenario-unknown-member' || !CORPUS_MEMBER.test(path),
    ),
  };
}

function inScenarioFormat({ source: _source, flags, ...entry }: Entry): object {
  if (flags === undefined) return entry;
  const { restrictPublicBuckets: _flag, ...known } = flags;
  return { ...entry, flags: known };
}

function withPublicAccessFlag(reading: ScenarioReading, entry: Entry | undefined): ScenarioReading {
  const restrictPublicBuckets = entry?.flags?.restrictPublicBuckets;
  if (!reading.ok || restrictPublicBuckets === undefined) return reading;
  const { policies } = reading.scenario;
  const flags = { ...policies.flags, restrictPublicBuckets };
  return { ...reading, scenario: { ...reading.scenario, policies: { ...policies, flags } } };
}
