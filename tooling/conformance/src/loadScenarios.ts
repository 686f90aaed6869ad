import { readdirSync, readFileSync } from 'node:fs';
import { readScenarios, type ScenarioDiagnostic, type ScenarioFile } from '@policywright/scenario';

/** A file of the corpus, read. */
export interface CorpusFile extends ScenarioFile {
  /** The file's name without its extension: `s3`, or `semantics` for the scenarios that go rule by rule. */
  readonly area: string;
  /** Everything found in the file; places point into it. */
  readonly findings: readonly ScenarioDiagnostic[];
}

const FOLDER = new URL('../scenarios/', import.meta.url);

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
  const file = readScenarios(text, { file: name });
  return {
    ...file,
    area: name.slice(0, -'.json'.length),
    findings: [...file.diagnostics, ...file.scenarios.flatMap(({ diagnostics }) => diagnostics)],
  };
}
