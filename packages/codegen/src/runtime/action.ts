// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import type { ListWith, LiteralOf, Services, Stars, Suggested } from './registry.ts';

/** Every action of the generated services, such as `ecs:RunTask`. */
export type ActionName = Services[keyof Services]['names'];

/** Replaces `?` by any text, too, which lets more names through than it should. */
type Template<Pattern extends string> = Pattern extends `${infer Head}?${infer Tail}`
  ? Template<`${Head}*${Tail}`>
  : Stars<Pattern>;

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

/** The names among some that a pattern matches. */
type Matches<Pattern extends string, Name> = Pattern extends `${string}?${string}`
  ? GlobMatches<Pattern, Name & Template<Pattern>>
  : Name & Stars<Pattern>;

/**
 * The line of an action, such as `23 <*><ecs:task-definition>`; for a pattern, the lines of all that it matches.
 *
 * The text is searched for the name; only patterns go through the names.
 */
interface LineOf<Text> {
  readonly line: Text extends `${infer Prefix extends keyof Services}:${infer Name}`
    ? LineIn<Services[Prefix], Text, Name>
    : never;
}

type LineIn<
  Facts extends Services[keyof Services],
  Text,
  Name extends string,
> = Facts['actions'] extends `${string}\n<${LiteralOf<Name>['text']}>${infer Rest}\n${string}`
  ? Rest
  : Text extends `${string}:*`
    ? Exclude<Facts['actions'], '\n'>
    : Text extends `${string}${'*' | '?'}${string}`
      ? LineOf<Matches<Text, Facts['names']>>['line']
      : never;

/** The lists of keys that an action has; for a pattern, those that any of its actions has. */
export type KeysOf<Text> = Text extends `${infer Prefix extends keyof Services}:${infer Name}`
  ? Name extends '*'
    ? Services[Prefix]['keys']
    : KeysIn<Services[Prefix]['keys'], LineOf<Text>['line']>
  : never;

type KeysIn<Lists, Line> = Line extends `${infer Number} ${string}` ? ListNumber<Lists, Number> : never;

type ListNumber<Lists, Number extends string> = Lists extends `${string}\n${Number} ${infer List}\n${string}`
  ? List
  : never;

/** Those of some resource types that an action, or all actions that a pattern matches, do not take. */
export type TypesNotTaken<Text, Type> = Type extends string
  ? ListWith<Type, LineOf<Text>['line']> extends never
    ? Text extends '*'
      ? never
      : Type
    : never
  : never;

/**
 * A name or pattern itself, or else what is wrong with it, as `CheckedAction<Text>['text']`.
 *
 * It is a member of an interface and no alias, and its message is closed to inference: of an alias the compiler
 * would find out how it varies with its parameter, which takes longer than all else that completions need.
 */
export interface CheckedAction<Text> {
  readonly text: Text extends unknown
    ? NoInfer<LineOf<Text>['line']> extends never
      ? NoInfer<CheckedPattern<Text>>
      : Text
    : never;
}

export type SuggestedAction = string & ActionNames;
interface ActionNames extends Suggested<unknown> {
  readonly suggested: ActionName;
}

type CheckedPattern<Text> =
  Text extends Suggested<infer Name>
    ? Name
    : Text extends '*'
      ? Text
      : Text extends `${string}${'*' | '?'}${string}`
        ? `no generated action matches ${Text}`
        : `no generated action is called ${Text & string}`;

/**
 * Checks the name of an action, or a pattern with `*` or `?`, against the generated services.
 *
 * @param name - such as `ecs:RunTask` or `ecs:Describe*`; a pattern must match at least one action.
 * @returns the same text.
 */
export function action<Text extends string = SuggestedAction>(name: CheckedAction<Text>['text']): Text {
  return name as never;
}

/**
 * Splits names at line breaks; the service modules call it, and know the types. A list of literals would say the same,
 * but every consumer's compiler would parse each.
 *
 * @param text - lines, with a break before the first and after the last.
 */
export function actionList(text: string): never {
  return text.split('\n').slice(1, -1) as never;
}
