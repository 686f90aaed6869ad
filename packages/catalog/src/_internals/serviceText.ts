/** What the first line of the text of a service says. */
export interface ServiceHead {
  readonly prefix: string;
  readonly name: string;
  readonly resourceControlPolicies: boolean;
}

/** The parts of the text of a service that are decoded on their own; `textFormat.ts` describes them. */
export interface ServiceSections {
  readonly keyLine: string;
  readonly resourceTypes: string;
  readonly shapes: string;
  readonly names: string;
  readonly shapeIndices: string;
  readonly scenarios: string;
}

/** Reads the first line of the text of a service, and nothing else. */
export function decodeHead(text: string): ServiceHead {
  const space = text.indexOf(' ');
  const resourceControlPolicies = text.charAt(space + 1) === '+';
  return {
    prefix: text.slice(0, space),
    name: text.slice(space + (resourceControlPolicies ? 2 : 1), text.indexOf('\n')),
    resourceControlPolicies,
  };
}

/** Splits the text of a service into its sections; their lines are left together until somebody needs them. */
export function splitService(text: string): ServiceSections {
  const headEnd = endOf(text, 0);
  const shapesEnd = endOf(text, headEnd + 2);
  const namesEnd = endOf(text, shapesEnd + 2);
  const indicesEnd = endOf(text, namesEnd + 2);
  const keyStart = text.indexOf('\n') + 1;
  const lineEnd = text.indexOf('\n', keyStart);
  const keyEnd = lineEnd < 0 ? headEnd : lineEnd;
  return {
    keyLine: text.slice(keyStart, keyEnd),
    resourceTypes: text.slice(keyEnd + 1, headEnd),
    shapes: text.slice(headEnd + 2, shapesEnd),
    names: text.slice(shapesEnd + 2, namesEnd),
    shapeIndices: text.slice(namesEnd + 2, indicesEnd),
    scenarios: text.slice(indicesEnd + 2),
  };
}

/** Where the section ends that starts at an offset: at the next empty line, or at the end of the text. */
function endOf(text: string, start: number): number {
  const end = text.indexOf('\n\n', start);
  return end < 0 ? text.length : end;
}

/** The lines of a section. */
export function linesOf(section: string): readonly string[] {
  return section === '' ? [] : section.split('\n');
}
