/**
 * Spells a name in camel case, as property and function names are.
 *
 * @param text - any name: `task-definition`, `ClusterName`, `AWSServicePrincipal`, `code signing config`.
 * @returns `taskDefinition`, `clusterName`, `awsServicePrincipal`, `codeSigningConfig`; not escaped.
 */
export function camelCase(text: string): string {
  const [first = '', ...rest] = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return lowerCaseHead(first) + rest.map(capitalise).join('');
}

/**
 * Spells a name in Pascal case, as type names are.
 *
 * @param text - any name: `task-definition`.
 * @returns `TaskDefinition`.
 */
export function pascalCase(text: string): string {
  return capitalise(camelCase(text));
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Lowers a leading acronym as a whole, but not the capital that begins the word after it. */
function lowerCaseHead(word: string): string {
  const head = /^[A-Z]+/.exec(word)?.[0] ?? '';
  const beginsWord = head.length > 1 && /[a-z]/.test(word.charAt(head.length));
  const acronym = beginsWord ? head.slice(0, -1) : head;
  return acronym.toLowerCase() + word.slice(acronym.length);
}
