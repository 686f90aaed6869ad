import { ACCOUNTS, ACCOUNTS_OF_DIGITS, FIELDS } from './fields.ts';
import { EC2_IDS } from './ec2Ids.ts';
import { NAMES, NAMES_WITH_MORE } from './names.ts';

/** A line of the tables of names, as it stands there. */
export interface ArnFact {
  readonly service: string;
  readonly forms: string;
  readonly page: string;
}

interface Row extends ArnFact {
  /** The types for which it holds; `undefined`: all. */
  readonly types: readonly string[] | undefined;
}

let rows: ReadonlyMap<string, readonly Row[]> | undefined;

/** A variable of a resource type. */
export interface ArnVariable {
  /** The prefix of the service, or `*` for what holds for all. */
  readonly service: string;
  readonly type: string;
  readonly variable: string;
}

/** Finds what is known of a variable: of the type, of all types of the service, or of all services. */
export function findArnFact({ service, type, variable }: ArnVariable): ArnFact | undefined {
  rows ??= readRows();
  const own = rows.get(`${service} ${variable}`)?.find(({ types }) => types?.includes(type) !== false);
  return own ?? rows.get(`* ${variable}`)?.[0];
}

/** The services and variables of which something is known, as `s3 BucketName`. */
export function knownArnVariables(): readonly string[] {
  rows ??= readRows();
  return [...rows.keys()];
}

function readRows(): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  const lines = [NAMES, NAMES_WITH_MORE, ACCOUNTS, FIELDS].flatMap((table) => table.trim().split('\n'));
  lines.push(...ACCOUNTS_OF_DIGITS.split(' ').map((service) => `${service} Account [0-9]{12} arns?`));
  lines.push(...EC2_IDS.trim().split('\n').map(ec2Row));
  for (const line of lines) {
    const [service = '', variable = '', forms = '', page = '', ...types] = line.split(' ');
    const key = `${service} ${variable}`;
    const list = found.get(key) ?? [];
    list.push({ service, forms, page, types: types.length === 0 ? undefined : types.join(' ').split('|') });
    found.set(key, list);
  }
  return found;
}

function ec2Row(line: string): string {
  const [type, variable, words = ''] = line.split(' ');
  const forms = words.split(',').flatMap((word) => [`${word}-[0-9a-f]{17}`, `${word}-[0-9a-f]{8}`]);
  return `ec2 ${variable} ${forms.join('|')} resourceIds? ${type}`;
}
