/**
 * Why nothing can be told for certain of a principal: something that bears on its requests is not in the snapshot, or
 * cannot be read.
 */
export interface Gap {
  /** What is missing: the `boundary`, a `policy`, a `group` or the `tags` of the principal, its place in the
   * `organization`, or the `resource` policy that decides. */
  readonly kind: 'boundary' | 'policy' | 'group' | 'tags' | 'organization' | 'resource';
  /** Its ARN or name. */
  readonly name: string;
}

const WORDS: Readonly<Record<Gap['kind'], string>> = {
  boundary: 'permissions boundary',
  policy: 'policy',
  group: 'group',
  tags: 'tags of',
  organization: 'place in the organization of',
  resource: 'policy of',
};

/**
 * Says what is missing: "permissions boundary arn:aws:iam::aws:policy/X".
 *
 * @param gap - what it is.
 */
export function gapText({ kind, name }: Gap): string {
  return `${WORDS[kind]} ${name}`;
}
