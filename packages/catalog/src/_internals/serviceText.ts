import { NONE } from './none.ts';

/** What the first line of the text of a service says. */
export interface ServiceHead {
  readonly prefix: string;
  readonly name: string;
  readonly resourceControlPolicies: boolean;
}

/** The parts of the text of a service that are decoded on their own; `textFormat.ts` describes them. */
export interface ServiceSections {
  readonly keyLine: string;
  readonly resourceLines: readonly string[];
  readonly actionSection: string;
  readonly scenarioLines: readonly string[];
}

/** Reads the first line of the text of a service, and nothing else. */
export function decodeHead(text: string): ServiceHead {
  const space = text.indexOf(' ');
  const name = text.slice(space + 1, text.indexOf('\n'));
  const resourceControlPolicies = name.startsWith('+');
  return {
    prefix: text.slice(0, space),
    name: resourceControlPolicies ? name.slice(1) : name,
    resourceControlPolicies,
  };
}

/**
 * Splits the text of a service into its sections.
 *
 * Cuts with `slice` first: engines cache the parts of a literal that is split, which costs more than it gains here.
 */
export function splitService(text: string): ServiceSections {
  const [head, rest] = cut(text, '\n\n');
  const [body, tail] = cut(rest, '\n\n');
  const [keyLine, resourceLines] = cut(cut(head, '\n')[1], '\n');
  return {
    keyLine,
    resourceLines: linesOf(resourceLines),
    actionSection: body,
    scenarioLines: linesOf(tail),
  };
}

function cut(text: string, separator: string): [before: string, after: string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)];
}

function linesOf(section: string): readonly string[] {
  return section === '' ? NONE : section.split('\n');
}
