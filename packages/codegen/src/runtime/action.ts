// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import type { Services } from './registry.ts';

/** Every action of the generated services, such as `ecs:RunTask`. */
export type ActionName = { [Prefix in keyof Services]: keyof Services[Prefix] }[keyof Services];

// INVARIANT: below a type parameter no type mentions the actions of all services, nor those of one before its
// prefix is known; the compiler would work through each of them once for every such type.

/** Replaces `*` by any text, which is exact. */
type Stars<Pattern extends string, Done extends string> = Pattern extends `${infer Head}*${infer Tail}`
  ? Stars<Tail, `${Done}${Head}${string}`>
  : `${Done}${Pattern}`;

/** Replaces `?` by any text, too, which lets more names through than it should. */
type Template<Pattern extends string> = Pattern extends `${infer Head}?${infer Tail}`
  ? Template<`${Head}*${Tail}`>
  : Stars<Pattern, ''>;

/** Compares character by character, for patterns with `?`. */
type Glob<Pattern, Text> = Pattern extends `*${infer Rest}`
  ? Glob<Rest, Text> extends true
    ? true
    : Text extends `${infer _}${infer After}`
      ? Glob<Pattern, After>
      : false
  : Pattern extends `?${infer Rest}`
    ? Text extends `${infer _}${infer After}`
      ? Glob<Rest, After>
      : false
    : Pattern extends `${infer First}${infer Rest}`
      ? Text extends `${First}${infer After}`
        ? Glob<Rest, After>
        : false
      : Text extends ''
        ? true
        : false;

type GlobMatches<Pattern, Name> = Name extends unknown
  ? Glob<Pattern, Name> extends true
    ? Name
    : never
  : never;

type MatchesIn<Prefix extends keyof Services, Pattern extends string> =
  Template<Pattern> extends infer Names
    ? Pattern extends `${string}?${string}`
      ? GlobMatches<Pattern, keyof Services[Prefix] & Names>
      : keyof Services[Prefix] & Names
    : never;

/** The entries of the generated actions that a name or pattern stands for. */
type Entry<Text> = Text extends `${infer Prefix}:${string}`
  ? Prefix extends keyof Services
    ? Text extends keyof Services[Prefix]
      ? Services[Prefix][Text]
      : MatchesIn<Prefix, Text> extends infer Name extends keyof Services[Prefix]
        ? Services[Prefix][Name]
        : never
    : never
  : Text extends '*'
    ? { on: string; keys: string }
    : never;

/**
 * A name or pattern itself, or else what is wrong with it, as `CheckedAction<Text>['text']`.
 *
 * It is a member of an interface and no alias, and its message is closed to inference: of an alias the compiler
 * would find out how it varies with its parameter, which takes longer than all else that completions need.
 */
export interface CheckedAction<Text> {
  // Completions list all names at once by this case. Were `Text` compared without an object around it, the
  // compiler would intersect it with each name; in a tuple, it would compare the members of arrays.
  readonly text: { readonly name: Text } extends { readonly name: ActionName }
    ? Text
    : NoInfer<CheckedPattern<Text>>;
}

type CheckedPattern<Text> = Text extends string
  ? [Entry<Text>] extends [never]
    ? Text extends `${string}${'*' | '?'}${string}`
      ? `no generated action matches ${Text}`
      : `no generated action is called ${Text}`
    : Text
  : never;

/** The resource types that actions take; for several, those that any of them takes. */
export type ResourceTypeOf<Action> = Entry<Action> extends { on: infer Type } ? Type : never;

/** The condition keys that actions have besides the global ones; for several, those that any of them has. */
export type KeyOf<Action> = Entry<Action> extends { keys: infer Key } ? Key : never;

/**
 * Checks the name of an action, or a pattern with `*` or `?`, against the generated services.
 *
 * @param name - such as `ecs:RunTask` or `ecs:Describe*`; a pattern must match at least one action.
 * @returns the same text.
 */
export function action<Text extends string = ActionName>(name: CheckedAction<Text>['text']): Text {
  return name as never;
}
