/** Says in words that follow "when" that a request has one of some members; `undefined` for none. */
export function whenMembers(members: readonly string[]): string | undefined {
  if (members.length === 0) return undefined;
  return `the request has ${members.map((member) => `\`${member}\``).join(' or ')}`;
}
