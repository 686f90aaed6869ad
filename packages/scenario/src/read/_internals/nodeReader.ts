import { pointerTo, type JsonMember, type JsonNode, type JsonObject } from '@policywright/policy';
import { createPositionFinder, describeNode, type Position } from '@policywright/policy/positions';
import { closestName, quote } from '@policywright/policy/text';
import type { ScenarioDiagnostic, ScenarioDiagnosticCode } from '../../model/scenarioDiagnostic.ts';

/** A JSON value and its pointer in the file. */
export interface Placed<Node extends JsonNode = JsonNode> {
  readonly node: Node;
  readonly pointer: string;
  /** Whose members stand for those that an object has not: what the scenarios of a file share. */
  readonly shared?: Placed<JsonObject> | undefined;
}

interface Finding {
  readonly code: ScenarioDiagnosticCode;
  readonly message: string;
  readonly severity?: 'error' | 'warning';
  readonly help?: string;
}

/** Reads values out of a JSON tree and collects what is wrong with them. */
export class NodeReader {
  readonly text: string;
  readonly #positionOf: (offset: number) => Position;
  #diagnostics: ScenarioDiagnostic[] = [];

  constructor(text: string) {
    this.text = text;
    this.#positionOf = createPositionFinder(text);
  }

  /** Hands over the findings since the last call. */
  takeDiagnostics(): ScenarioDiagnostic[] {
    const taken = this.#diagnostics;
    this.#diagnostics = [];
    return taken;
  }

  report({ node, pointer }: Placed, { code, message, severity = 'error', help }: Finding): void {
    const range = { start: this.#positionOf(node.start), end: this.#positionOf(node.end) };
    const finding = { code, severity, message, path: pointer, range };
    this.#diagnostics.push(help === undefined ? finding : { ...finding, help });
  }

  /** Passes on what the policy reader found. */
  add(diagnostics: readonly ScenarioDiagnostic[]): void {
    this.#diagnostics.push(...diagnostics);
  }

  /** The value as an object, or `undefined` after a report that `what` must be one. */
  object(place: Placed, what: string): Placed<JsonObject> | undefined {
    if (place.node.kind === 'object')
      return { node: place.node, pointer: place.pointer, shared: place.shared };
    this.#shape(place, `${what} must be an object`);
    return undefined;
  }

  /** The items of an array, or `undefined` after a report that `what` must be one. */
  items(place: Placed, what: string): readonly Placed[] | undefined {
    if (place.node.kind === 'array') {
      return place.node.items.map((node, index) => ({ node, pointer: `${place.pointer}/${String(index)}` }));
    }
    this.#shape(place, `${what} must be an array`);
    return undefined;
  }

  /** The value as a text, or `undefined` after a report that `what` must be one. */
  string(place: Placed, what: string): string | undefined {
    if (place.node.kind === 'string') return place.node.value;
    this.#shape(place, `${what} must be a string`);
    return undefined;
  }

  /** The value as a boolean, or `undefined` after a report that `what` must be one. */
  boolean(place: Placed, what: string): boolean | undefined {
    if (place.node.kind === 'boolean') return place.node.value;
    this.#shape(place, `${what} must be true or false`);
    return undefined;
  }

  /** A member of an object, the first where it is repeated; else the one that it shares with others. */
  member({ node, pointer, shared }: Placed<JsonObject>, name: string): Placed | undefined {
    return this.ownMember({ node, pointer }, name) ?? (shared && this.member(shared, name));
  }

  /** The same without what it shares. */
  ownMember({ node, pointer }: Placed<JsonObject>, name: string): Placed | undefined {
    const found = node.members.find((member) => member.name.value === name);
    return found && { node: found.value, pointer: pointerTo(pointer, name) };
  }

  /** All members with their places; one that repeats a name is reported and left out. */
  members({ node, pointer }: Placed<JsonObject>): readonly (Placed & { readonly name: string })[] {
    const seen = new Set<string>();
    return node.members.flatMap(({ name, value }) => {
      const place = { name: name.value, node: value, pointer: pointerTo(pointer, name.value) };
      if (!seen.has(name.value)) {
        seen.add(name.value);
        return [place];
      }
      this.report(
        { node: name, pointer: place.pointer },
        {
          code: 'scenario-duplicate-member',
          message: `the member ${quote(name.value)} is repeated`,
          help: 'keep one of them: others would read the last and drop the rest',
        },
      );
      return [];
    });
  }

  /** An object of texts, or `undefined` after a report; a member that is none is reported and left out. */
  texts(place: Placed, what: string): Readonly<Record<string, string>> | undefined {
    const object = this.object(place, what);
    if (object === undefined) return undefined;
    const entries = this.members(object).flatMap((member) => {
      const value = this.string(member, `a value of ${what}`);
      return value === undefined ? [] : [[member.name, value] as const];
    });
    return Object.fromEntries(entries);
  }

  /** Reports the members whose names are not known; `lenient` lets through what is no slip of the pen. */
  checkMembers(place: Placed<JsonObject>, known: readonly string[], lenient: boolean): void {
    this.members(place);
    for (const member of place.node.members) {
      if (!known.includes(member.name.value)) this.#unknownMember(place, member, { known, lenient });
    }
  }

  #unknownMember(
    place: Placed<JsonObject>,
    { name }: JsonMember,
    { known, lenient }: { known: readonly string[]; lenient: boolean },
  ): void {
    const closest = closestName(name.value, known);
    const severity = lenient && closest === undefined ? 'warning' : 'error';
    this.report(
      { node: name, pointer: pointerTo(place.pointer, name.value) },
      {
        code: 'scenario-unknown-member',
        severity,
        message: `unknown member ${quote(name.value)}`,
        help: closest === undefined ? `known are ${known.join(', ')}` : `did you mean ${quote(closest)}?`,
      },
    );
  }

  #shape(place: Placed, expectation: string): void {
    this.report(place, {
      code: 'scenario-shape',
      message: `${expectation}, found ${describeNode(place.node)}`,
    });
  }
}
