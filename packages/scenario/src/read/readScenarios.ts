import type { Decision } from '@policywright/evaluator';
import { parseJson, type JsonNode, type JsonObject } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { PolicyReferences } from '../references/policyReferences.ts';
import { KnownDocuments } from './_internals/knownDocuments.ts';
import { NodeReader, type Placed } from './_internals/nodeReader.ts';
import { readPolicies } from './_internals/readPolicies.ts';
import { readRequest } from './_internals/readRequest.ts';
import type { ScenarioFile, ScenarioReading } from '../model/scenario.ts';
import type { ScenarioNotes } from '../model/scenarioNotes.ts';

const REQUEST_MEMBERS = ['principal', 'action', 'resource', 'resourceAccount', 'underlying', 'context'];
const MEMBERS = [
  'id',
  'title',
  'rule',
  'why',
  'confidence',
  'source',
  ...REQUEST_MEMBERS,
  'policies',
  'flags',
  'expected',
];
/** What the scenarios of a file can share. */
const SHARED = [...REQUEST_MEMBERS, 'policies', 'flags', 'expected', 'rule', 'source'];
const DECISIONS: readonly Decision[] = ['Allow', 'ExplicitDeny', 'ImplicitDeny'];

/** How to read a scenario file. */
export interface ReadScenariosOptions {
  /** The name under which reports mention the file; `-` unless given. */
  readonly file?: string | undefined;
  /** The tree of the text, with offsets in it, where it is not JSON, such as YAML. */
  readonly root?: JsonNode | undefined;
  /** Finds the policies that scenarios refer to; without it a reference is an error. */
  readonly references?: PolicyReferences | undefined;
}

/**
 * Reads a scenario file: one scenario, an array of them, or an object whose `scenarios` share its other members.
 *
 * One bad scenario does not keep the others from being read: each carries its own diagnostics, whose
 * paths and ranges point into the file, those of its policies included.
 *
 * @param text - the JSON text of the file. Any text will do: what cannot be read is reported, never thrown.
 * @param options - how to read it.
 * @returns the scenarios in order, and what is wrong with the file as a whole.
 */
export function readScenarios(text: string, options: ReadScenariosOptions = {}): ScenarioFile {
  const file = options.file ?? '-';
  const parsed = options.root === undefined ? parseJson(text) : { node: options.root, diagnostics: [] };
  if (parsed.node === undefined) return { file, text, scenarios: [], diagnostics: parsed.diagnostics };
  const reader = new NodeReader(text);
  const known = new KnownDocuments(options.references);
  const places = placesOf(reader, { node: parsed.node, pointer: '' });
  const fileDiagnostics = reader.takeDiagnostics();
  const scenarios = places.map((place, index) => readScenario({ reader, known }, place, index));
  return {
    file,
    text,
    scenarios: withUniqueIds(scenarios, places, reader),
    diagnostics: [...fileDiagnostics, ...reader.takeDiagnostics()],
  };
}

/** The scenarios of a file, each with what it shares with the others. */
function placesOf(reader: NodeReader, root: Placed): readonly Placed[] {
  if (root.node.kind === 'array') return reader.items(root, 'the file') ?? [];
  if (root.node.kind !== 'object') return [root];
  const shared: Placed<JsonObject> = { node: root.node, pointer: '' };
  const scenarios = reader.member(shared, 'scenarios');
  if (scenarios === undefined) return [root];
  reader.checkMembers(shared, ['scenarios', ...SHARED], true);
  const items = reader.items(scenarios, '`scenarios`') ?? [];
  return items.map((item) => ({ ...item, shared }));
}

/** How the scenarios of a file are read. */
interface FileReading {
  readonly reader: NodeReader;
  readonly known: KnownDocuments;
}

function readScenario({ reader, known }: FileReading, place: Placed, index: number): ScenarioReading {
  const { pointer } = place;
  const object = reader.object(place, 'a scenario');
  const fallbackId = `#${String(index)}`;
  if (object === undefined) {
    const diagnostics = reader.takeDiagnostics();
    return { ok: false, id: fallbackId, pointer, expected: undefined, diagnostics, written: undefined };
  }
  reader.checkMembers(object, MEMBERS, true);
  const id = optionalText(reader, object, 'id') ?? fallbackId;
  const expected = readExpected(reader, object);
  const request = readRequest(reader, object);
  const notes = { id, expected, ...readTexts(reader, object) };
  const { policies, written } = readPolicies(reader, object, { request, known });
  const diagnostics = reader.takeDiagnostics();
  const read = { id, pointer, diagnostics, written: { ...notes, request, ...written } };
  const failed = request === undefined || diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  if (failed) return { ok: false, expected, ...read };
  return { ok: true, ...read, scenario: { ...notes, request, policies } };
}

function readTexts(
  reader: NodeReader,
  object: Placed<JsonObject>,
): Pick<ScenarioNotes, 'title' | 'rule' | 'why' | 'source'> {
  return {
    title: optionalText(reader, object, 'title'),
    rule: optionalText(reader, object, 'rule'),
    why: optionalText(reader, object, 'why'),
    source: optionalText(reader, object, 'source'),
  };
}

function optionalText(reader: NodeReader, object: Placed<JsonObject>, name: string): string | undefined {
  const place = reader.member(object, name);
  return place && reader.string(place, `\`${name}\``);
}

function readExpected(reader: NodeReader, object: Placed<JsonObject>): Decision | undefined {
  const place = reader.member(object, 'expected');
  const text = place && reader.string(place, '`expected`');
  const decision = DECISIONS.find((candidate) => candidate === text);
  if (place !== undefined && text !== undefined && decision === undefined) {
    reader.report(place, {
      code: 'scenario-expected',
      message: `${quote(text)} is no decision`,
      help: 'a decision is `Allow`, `ExplicitDeny` or `ImplicitDeny`',
    });
  }
  return decision;
}

/** Adds a warning to each scenario whose id an earlier one has. */
function withUniqueIds(
  scenarios: readonly ScenarioReading[],
  places: readonly Placed[],
  reader: NodeReader,
): readonly ScenarioReading[] {
  const seen = new Set<string>();
  return scenarios.map((scenario, index) => {
    const place = places[index];
    if (!seen.has(scenario.id) || place === undefined) {
      seen.add(scenario.id);
      return scenario;
    }
    reader.report(place, {
      code: 'scenario-duplicate-id',
      severity: 'warning',
      message: `an earlier scenario has the id ${quote(scenario.id)} too`,
    });
    return { ...scenario, diagnostics: [...scenario.diagnostics, ...reader.takeDiagnostics()] };
  });
}
