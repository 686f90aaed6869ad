/** Says in words that follow "when" that a request has one of some members, or none of others; `undefined` for neither. */
export function whenMembers(members: readonly string[], unless: readonly string[]): string | undefined {
  if (members.length > 0) return `the request has ${listOf(members)}`;
  return unless.length === 0 ? undefined : `the request has no ${listOf(unless)}`;
}

function listOf(members: readonly string[]): string {
  return members.map((member) => `\`${member}\``).join(' or ');
}
