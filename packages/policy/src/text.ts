// An entry of its own: whoever prints text of a policy needs these, and not the parser.
export { closestName } from './text/closestName.ts';
export { countCharacters } from './text/countCharacters.ts';
export { escapeHtml } from './text/escapeHtml.ts';
export { escapeXml } from './text/escapeXml.ts';
export { jsonText, printableJson, type JsonTextOptions } from './text/jsonText.ts';
export { markdownCode, markdownText } from './text/markdown.ts';
export { markdownTable } from './text/markdownTable.ts';
export { printable, UNPRINTABLE, visible } from './text/printable.ts';
export { quote, quoteAll, quoteWhole } from './text/quote.ts';
export { workflowCommand, type AnnotationPlace } from './text/workflowCommand.ts';
