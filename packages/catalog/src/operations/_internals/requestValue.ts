import {
  VALUE_FORMS,
  type MemberTest,
  type RequestResource,
  type RequestValue,
  type ValuePart,
} from '../../model/requestMembers.ts';

/** A resource as the facts write it: types, `?`, what is in parentheses, what is behind `^`. */
const RESOURCE = /^(<[^>]+>|[^(?]+)(\?)?\(([^)]*)\)(?:\^(.+))?$/;

/** Reads `TYPE(ITEM,...)`; `undefined` for what is none. */
export function readResource(text: string, prefix: string): RequestResource | undefined {
  const found = RESOURCE.exec(text);
  if (found === null) return undefined;
  const [, named = '', optional, items = '', unless] = found;
  const slash = named.indexOf('/');
  const typeMember = named.startsWith('<') ? named.slice(1, -1) : undefined;
  const types = typeMember === undefined && named !== 'any' ? named.slice(slash + 1).split('|') : [];
  return {
    service: slash < 0 || typeMember !== undefined ? prefix : named.slice(0, slash),
    types: types.map((type) => type.replaceAll('_', ' ')),
    typeMember,
    optional: optional !== undefined,
    values: items.split(',').map(readValue),
    unless: unless === undefined ? undefined : readValue(unless),
  };
}

/** Reads an item: `A|B`, `A=text`, `A~:B`, `A#form`, `*` and `?`. */
export function readValue(text: string): RequestValue {
  const equals = text.indexOf('=');
  const choices = equals < 0 ? text : text.slice(0, equals);
  return {
    choices: choices.split('|').map((choice) => choice.split('~').map(readPart)),
    otherwise:
      equals < 0
        ? undefined
        : text
            .slice(equals + 1)
            .split('~')
            .map(readText),
  };
}

function readPart(text: string): ValuePart {
  const separator = /^[:/]/.test(text) ? text.charAt(0) : '';
  const rest = text.slice(separator.length);
  if (rest === '*') return { kind: 'new' };
  if (rest === '?') return { kind: 'unknown', separator };
  const [path = '', formed] = rest.split('#');
  return { kind: 'member', path, form: VALUE_FORMS.find((form) => form === formed), separator };
}

function readText(text: string): ValuePart {
  if (text === '*') return { kind: 'new' };
  return text === '?' ? { kind: 'unknown', separator: '' } : { kind: 'text', text };
}

/** Reads `MEMBER|MEMBER:VALUE`. */
export function readTests(text: string | undefined): readonly MemberTest[] {
  if (text === undefined || text === '') return [];
  return text.split('|').map((test) => {
    const [member = '', value] = test.split(':');
    return { member, value };
  });
}
