// An entry of its own, so that who holds a tree already need not load the parser to find places in its text.
export type { Position } from './diagnostic/diagnostic.ts';
export { createPositionFinder, positionAt } from './diagnostic/positionAt.ts';
export type { JsonNode } from './json/jsonNode.ts';
export { describeNode } from './json/describeNode.ts';
export { locate } from './json/locate.ts';
