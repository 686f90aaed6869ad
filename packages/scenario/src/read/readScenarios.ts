import type { CallRunner } from '../model/callRunner.ts';
import type { ScenarioOutcome } from '../model/callScenario.ts';
import { blankComments, parseJson, type JsonNode, type JsonObject } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { PolicyReferences } from '../references/policyReferences.ts';
import { KnownDocuments } from './_internals/knownDocuments.ts';
import { NodeReader, type Placed } from './_internals/nodeReader.ts';
import { placeFindings } from './_internals/placeFindings.ts';
import { asksForOperation, CALL_MEMBERS, checkCallPolicies, readCall } from './_internals/readCall.ts';
import { readPolicies } from './_internals/readPolicies.ts';
import { readRequest } from './_internals/readRequest.ts';
import type { ScenarioFile, ScenarioReading } from '../model/scenario.ts';
import type { ScenarioDiagnostic } from '../model/scenarioDiagnostic.ts';
import type { ScenarioNotes } from '../model/scenarioNotes.ts';

const REQUEST_MEMBERS = [
  'principal',
  'action',
  'resource',
  'resourceAccount',
  'underlying',
  'context',
  ...CALL_MEMBERS,
];
const MEMBERS = [
  '$schema',
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
const DECISIONS: readonly ScenarioOutcome[] = ['Allow', 'ExplicitDeny', 'ImplicitDeny'];
const OUTCOMES: readonly ScenarioOutcome[] = [...DECISIONS, 'Depends'];

/** How to read a scenario file. */
export interface ReadScenariosOptions {
  /** The name under which reports mention the file; `-` unless given. */
  readonly file?: string | undefined;
  /** The tree of the text, with offsets in it, where it is not JSON, such as YAML. */
  readonly root?: JsonNode | undefined;
  /** Finds the policies that scenarios refer to; without it a reference is an error. */
  readonly references?: PolicyReferences | undefined;
  /** Checks the calls of scenarios with `operation`; without it whether there is such an operation is not known. */
  readonly calls?: CallRunner | undefined;
}

/**
 * Reads a scenario file: one scenario, an array of them, or an object whose `scenarios` share its other members.
 *
 * Comments and final commas may stand in it, as editors and people like them. One bad scenario does not keep the others from being read: each carries its own diagnostics, whose
 * paths and ranges point into the file, those of its policies included.
 *
 * @param text - the JSON text of the file. Any text will do: what cannot be read is reported, never thrown.
 * @param options - how to read it.
 * @returns the scenarios in order, and what is wrong with the file as a whole.
 */
export function readScenarios(text: string, options: ReadScenariosOptions = {}): ScenarioFile {
  const file = options.file ?? '-';
  const parsed =
    options.root === undefined ? parseJson(uncommented(text)) : { node: options.root, diagnostics: [] };
  if (parsed.node === undefined) return { file, text, scenarios: [], diagnostics: parsed.diagnostics };
  const reader = new NodeReader(text);
  const known = new KnownDocuments(options.references);
  const places = placesOf(reader, { node: parsed.node, pointer: '' });
  const { calls } = options;
  const fileDiagnostics = reader.takeDiagnostics();
  const scenarios = places.map((place, index) => readScenario({ reader, known, calls }, place, index));
  return {
    file,
    text,
    scenarios: withUniqueIds(scenarios, places, reader),
    diagnostics: [...fileDiagnostics, ...reader.takeDiagnostics()],
  };
}

/** JSON whose comments are blank, so that all else stays in its place; what is no text is left for the parser. */
function uncommented(text: string): string {
  return typeof text === 'string' ? blankComments(text) : text;
}

/** The scenarios of a file, each with what it shares with the others. */
function placesOf(reader: NodeReader, root: Placed): readonly Placed[] {
  if (root.node.kind === 'array') return reader.items(root, 'the file') ?? [];
  if (root.node.kind !== 'object') return [root];
  const shared: Placed<JsonObject> = { node: root.node, pointer: '' };
  const scenarios = reader.member(shared, 'scenarios');
  if (scenarios === undefined) return [root];
  reader.checkMembers(shared, ['$schema', 'scenarios', ...SHARED], true);
  const items = reader.items(scenarios, '`scenarios`') ?? [];
  return items.map((item) => ({ ...item, shared }));
}

/** How the scenarios of a file are read. */
interface FileReading {
  readonly reader: NodeReader;
  readonly known: KnownDocuments;
  readonly calls: CallRunner | undefined;
}

function readScenario(reading: FileReading, place: Placed, index: number): ScenarioReading {
  const { reader } = reading;
  const { pointer } = place;
  const object = reader.object(place, 'a scenario');
  const fallbackId = `#${String(index)}`;
  if (object === undefined) {
    const diagnostics = reader.takeDiagnostics();
    return { ok: false, id: fallbackId, pointer, expected: undefined, diagnostics, written: undefined };
  }
  reader.checkMembers(object, MEMBERS, true);
  const id = optionalText(reader, object, 'id') ?? fallbackId;
  const notes = { id, ...readTexts(reader, object) };
  const told: ToldScenario = { object, notes };
  return asksForOperation(reader, object) ? readOperation(reading, told) : readAction(reading, told);
}

/** A scenario whose title and the like have been read. */
interface ToldScenario {
  readonly object: Placed<JsonObject>;
  readonly notes: Omit<ScenarioNotes, 'expected'>;
}

function readAction({ reader, known }: FileReading, { object, notes }: ToldScenario): ScenarioReading {
  for (const name of CALL_MEMBERS) {
    const extra = reader.ownMember(object, name);
    if (extra !== undefined) {
      const message = `${quote(name)} belongs to a scenario with \`operation\``;
      reader.report(extra, { code: 'scenario-operation', message });
    }
  }
  const outcome = readExpected(reader, object, DECISIONS);
  const expected = outcome === 'Depends' ? undefined : outcome;
  const request = readRequest(reader, object);
  const { policies, written } = readPolicies(reader, object, { request, known });
  const diagnostics = reader.takeDiagnostics();
  const read = {
    id: notes.id,
    pointer: object.pointer,
    diagnostics,
    written: { ...notes, expected, request, operation: undefined, ...written },
  };
  if (request === undefined || hasError(diagnostics)) return { ok: false, expected, ...read };
  return { ok: true, asks: 'action', ...read, scenario: { ...notes, expected, request, policies } };
}

function readOperation(
  { reader, known, calls }: FileReading,
  { object, notes }: ToldScenario,
): ScenarioReading {
  const expected = readExpected(reader, object, OUTCOMES);
  const asked = readCall(reader, object, known);
  const { policies, written } = readPolicies(reader, object, { request: undefined, known });
  checkCallPolicies(reader, object);
  const scenario = asked && { ...notes, expected, ...asked, policies };
  const before = reader.takeDiagnostics();
  // What the call needs can be told only where the scenario can be understood.
  if (scenario !== undefined && calls !== undefined && !hasError(before))
    placeFindings(reader, object, calls.diagnose(scenario));
  const diagnostics = [...before, ...reader.takeDiagnostics()];
  const operation = asked?.call.operation ?? '';
  const read = {
    id: notes.id,
    pointer: object.pointer,
    diagnostics,
    written: { ...notes, expected, request: undefined, operation, ...written },
  };
  if (scenario === undefined || hasError(diagnostics)) return { ok: false, expected, ...read };
  return { ok: true, asks: 'operation', ...read, scenario };
}

function hasError(diagnostics: readonly ScenarioDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
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

function readExpected(
  reader: NodeReader,
  object: Placed<JsonObject>,
  outcomes: readonly ScenarioOutcome[],
): ScenarioOutcome | undefined {
  const place = reader.member(object, 'expected');
  const text = place && reader.string(place, '`expected`');
  const outcome = outcomes.find((candidate) => candidate === text);
  if (place !== undefined && text !== undefined && outcome === undefined) {
    const isCall = text === 'Depends';
    reader.report(place, {
      code: 'scenario-expected',
      message: isCall
        ? '`Depends` is an answer to an operation, not to an action'
        : `${quote(text)} is no decision`,
      help: `a decision is ${outcomes.map(quote).join(' or ')}`,
    });
  }
  return outcome;
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
