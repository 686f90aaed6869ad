/** The same members without `readonly`: for an object that is filled anew for each request. */
export type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };
