import type { ResourceType, Service } from '@policywright/catalog';
import { camelCase } from '../names/camelCase.ts';
import { languagesOverlap, type Language } from './languagesOverlap.ts';

/** A variable of an ARN format and what its values may hold. */
export interface FormatVariable {
  /** The name in camel case: `clusterName`. */
  readonly name: string;
  /** Which of `/` and `:` a value may hold. */
  readonly allowed: string;
  /** The fixed text between this variable and the next, or the end. */
  readonly literal: string;
}

/** An ARN format taken apart. */
export interface ArnFormat {
  /** The fixed text before the first variable: `arn:`. */
  readonly head: string;
  readonly variables: readonly FormatVariable[];
}

/**
 * Reads the ARN formats of a service, and finds out for each variable whether its values may hold separators.
 *
 * Names often do, such as the keys of S3 objects and the paths of IAM roles, and no data says which. A value may
 * hold a separator where that makes the ARN look like no other type of the service: a bucket's name cannot hold
 * `/`, or it would be an object.
 *
 * @returns for each resource type its formats, in the order of the catalog.
 */
export function arnFormats(service: Service): ReadonlyMap<ResourceType, readonly ArnFormat[]> {
  const entries = service.resourceTypes.flatMap((type) =>
    type.arnFormats.map((text) => ({ type, strict: parseFormat(text), format: parseFormat(text) })),
  );
  for (const entry of entries) {
    const others = entries.filter(
      (other) =>
        other.type !== entry.type && !languagesOverlap(language(entry.strict), language(other.strict)),
    );
    for (const [index, separators] of separatorsToTry(entry.format)) {
      for (const separator of separators) {
        const wider = allow(entry.format, index, separator);
        const widerLanguage = language(wider);
        if (!others.some((other) => languagesOverlap(widerLanguage, language(other.format))))
          entry.format = wider;
      }
    }
  }
  return new Map(
    service.resourceTypes.map((type) => [
      type,
      entries.filter((entry) => entry.type === type).map(({ format }) => format),
    ]),
  );
}

/** Spells a format as the runtime module reads it: `arn:${partition}:s3:::${bucketName}/${objectName/:}`. */
export function formatText({ head, variables }: ArnFormat): string {
  return head + variables.map(({ name, allowed, literal }) => `\${${name}${allowed}}${literal}`).join('');
}

/** Tells whether the values can be read back: not where a value ends at no separator. */
export function isParseable({ variables }: ArnFormat): boolean {
  return variables.slice(0, -1).every(({ literal }) => literal !== '' && !literal.startsWith('-'));
}

/** Describes the texts that a format makes. */
export function language({ head, variables }: ArnFormat): Language {
  return [
    ...literalLanguage(head),
    ...variables.flatMap(({ allowed, literal }) => {
      const follower = literal.slice(0, 1);
      const without = [':', '/'].filter((separator) => !allowed.includes(separator)).join('');
      return [{ without: follower === '-' ? without : without + follower }, ...literalLanguage(literal)];
    }),
  ];
}

/** A `*` in a format stands for any text. */
function literalLanguage(text: string): Language {
  return text.split('').map((character) => (character === '*' ? { without: '' } : character));
}

function parseFormat(text: string): ArnFormat {
  const [head = '', ...pieces] = text.split('${');
  return {
    head,
    variables: pieces.map((piece) => {
      const end = piece.indexOf('}');
      return { name: camelCase(piece.slice(0, end)), allowed: '', literal: piece.slice(end + 1) };
    }),
  };
}

/** Only in the resource part (rule S42), and only where what follows the variable ends its value. */
function separatorsToTry({ head, variables }: ArnFormat): readonly (readonly [number, readonly string[]])[] {
  let colons = head.split(':').length - 1;
  return variables.flatMap(({ literal }, index): readonly (readonly [number, readonly string[]])[] => {
    const inResource = colons >= 5;
    colons += literal.split(':').length - 1;
    if (!inResource) return [];
    if (index === variables.length - 1 && literal === '') return [[index, ['/', ':']]];
    return literal.startsWith(':') ? [[index, ['/']]] : [];
  });
}

function allow(format: ArnFormat, index: number, separator: string): ArnFormat {
  const variables = format.variables.map((variable, position) =>
    position === index ? { ...variable, allowed: variable.allowed + separator } : variable,
  );
  return { ...format, variables };
}
