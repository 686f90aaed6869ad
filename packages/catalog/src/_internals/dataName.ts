/** The name of the generated constant that holds the text of a service: `accessAnalyzerData`. */
export function dataName(prefix: string): string {
  return `${prefix.replace(/[^a-z0-9]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Data`;
}
