import type { ContextScalar } from '@policywright/conditions';
import { isRecord, measureName } from '@policywright/policy';
import { quote } from '@policywright/policy/text';

/** Tags by key. Keys compare without case; a tag has one value, and numbers and booleans stand for their usual text. */
export type Tags = Readonly<Record<string, ContextScalar>>;

/** What the tags of a session are made of. */
export interface RoleSession {
  /** The tags of the role in IAM; those of the user for a session of GetFederationToken. */
  readonly roleTags?: Tags | undefined;
  /** The session tags that the call passed which made the session, by parameter, SAML attribute or claim. */
  readonly passedTags?: Tags | undefined;
  /** Which of the passed tags go on to sessions that this one makes; other keys here have no effect. */
  readonly transitiveTagKeys?: readonly string[] | undefined;
  /** In role chaining: the transitive tags of the session that made the call, as `SessionTags` has them. */
  readonly inheritedTags?: Tags | undefined;
}

/** Why the call that was to make a session fails. */
export type SessionTagProblemCode =
  | 'too-many-tags'
  | 'inherited-tag-passed'
  | 'repeated-tag-key'
  | 'value-not-single'
  | 'tag-size'
  | 'reserved-tag-prefix';

/** One reason why the call fails, with the tag that it is about. */
export interface SessionTagProblem {
  readonly code: SessionTagProblemCode;
  /** The key as it was given; empty where the problem is no single tag. */
  readonly key: string;
  readonly message: string;
}

/** The tags of a session. */
export interface SessionTags {
  /** All of them, as `aws:PrincipalTag/KEY` has them; none where the call fails. */
  readonly tags: Readonly<Record<string, string>>;
  /** Those that a session inherits which is made with this one's credentials. */
  readonly transitiveTags: Readonly<Record<string, string>>;
  /** Why there is no such session; empty where there is one. */
  readonly problems: readonly SessionTagProblem[];
}

interface Tag {
  readonly key: string;
  readonly value: string;
}

const MOST_PASSED = 50;
const RESERVED = /^aws:/i;

/**
 * Works out the tags of a role session: those of the role, over them those that were passed, over both those that
 * role chaining brought. The sizes of the passed tags together, which STS limits in a packed form, are not checked.
 *
 * Source: "Pass session tags in AWS STS", "AssumeRole"; rule S125.
 *
 * @param session - where the tags come from; parts that are no tags count as absent.
 * @returns the tags, or why the call fails. Never throws.
 */
export function deriveSessionTags(session: RoleSession): SessionTags {
  const problems: SessionTagProblem[] = [];
  const given: Readonly<Partial<Record<keyof RoleSession, unknown>>> = isRecord(session) ? session : {};
  const role = readTags(given.roleTags, problems);
  const passed = readTags(given.passedTags, problems);
  const inherited = readTags(given.inheritedTags, problems);
  checkPassed(passed, inherited, problems);
  if (problems.length > 0) return { tags: {}, transitiveTags: {}, problems };
  const goOn = new Set(Array.isArray(given.transitiveTagKeys) ? given.transitiveTagKeys.map(folded) : []);
  return {
    tags: recordOf([...new Map([...role, ...passed, ...inherited]).values()]),
    transitiveTags: recordOf([
      ...inherited.values(),
      ...[...passed].flatMap(([name, tag]) => (goOn.has(name) ? [tag] : [])),
    ]),
    problems,
  };
}

/** Tags by their key without case. */
function readTags(tags: unknown, problems: SessionTagProblem[]): ReadonlyMap<string, Tag> {
  const read = new Map<string, Tag>();
  for (const [key, value] of isRecord(tags) ? Object.entries(tags) : []) {
    if (read.has(folded(key))) {
      problems.push(problem('repeated-tag-key', key, 'beside one whose key differs in case only'));
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      read.set(folded(key), { key, value: String(value) });
    } else problems.push(problem('value-not-single', key, 'with something else than one value'));
  }
  return read;
}

function checkPassed(
  passed: ReadonlyMap<string, Tag>,
  inherited: ReadonlyMap<string, Tag>,
  problems: SessionTagProblem[],
): void {
  if (passed.size > MOST_PASSED) {
    const message = `found ${passed.size} session tags, more than the ${MOST_PASSED} that a call may pass`;
    problems.push({ code: 'too-many-tags', key: '', message });
  }
  for (const [name, { key, value }] of passed) {
    if (inherited.has(name)) {
      problems.push(
        problem('inherited-tag-passed', key, 'passed, though the session inherits one of that key'),
      );
    }
    if (!measureName('tag-key', key).fits || !measureName('tag-value', value).fits) {
      problems.push(
        problem(
          'tag-size',
          key,
          'whose key is empty or longer than 128 characters, or whose value is longer than 256',
        ),
      );
    }
    // Roles can have such tags, which AWS puts there itself.
    if (RESERVED.test(key) || RESERVED.test(value)) {
      problems.push(problem('reserved-tag-prefix', key, 'passed, whose key or value begins with `aws:`'));
    }
  }
}

function problem(code: SessionTagProblemCode, key: string, what: string): SessionTagProblem {
  return { code, key, message: `found the tag ${quote(key)} ${what}` };
}

function folded(key: unknown): string {
  return typeof key === 'string' ? key.toLowerCase() : '';
}

/** Own members only, whatever their names are. */
function recordOf(tags: readonly Tag[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}
