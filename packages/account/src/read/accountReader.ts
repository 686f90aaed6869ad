import { ElementReader } from '../json/elementReader.ts';
import type { ListedElement } from '../json/jsonPlace.ts';
import type { AccountData } from '../model/accountData.ts';
import type { AccountDiagnostic } from '../model/accountDiagnostic.ts';
import { DocumentPool } from './documentPool.ts';
import { AccountFindings, type FoundAt } from './findings.ts';
import { joinAccounts, type AnswerParts } from './joinAccounts.ts';
import { readPolicyParts } from './policyParts.ts';
import { readHolderParts, readPrincipalParts, type Reading } from './principalParts.ts';
import { isJsonRecord } from './shape.ts';

/** Accounts, and what is wrong with the answers that tell of them. */
export interface AccountsReading {
  readonly accounts: readonly AccountData[];
  readonly diagnostics: readonly AccountDiagnostic[];
}

const LISTS: ReadonlySet<string> = new Set([
  'UserDetailList',
  'GroupDetailList',
  'RoleDetailList',
  'Policies',
]);
/** Far above what AWS's quotas let one principal or policy come to. */
const MOST_UNITS = 4 * 1024 * 1024;

/**
 * Reads answers of `get-account-authorization-details` part by part, so that no more of a file is held than one principal:
 * pages and files of one account are joined, and accounts told apart by the ARNs. Documents may be objects or
 * percent-encoded text; equal ones are read once. Never throws.
 */
export class AccountReader {
  readonly #findings = new AccountFindings();
  readonly #reading: Reading;
  readonly #parts: AnswerParts = { holders: new Map(), groups: new Map(), policies: new Map() };
  #file = '';
  #elements: ElementReader | undefined;

  /** @param pool - shares documents with other readers. */
  constructor(pool: DocumentPool = new DocumentPool()) {
    this.#reading = { pool, findings: this.#findings };
  }

  /**
   * Begins a file; the one before ends.
   *
   * @param file - its name, for diagnostics.
   */
  open(file: string): void {
    this.#close();
    this.#file = file;
    this.#elements = new ElementReader({
      lists: LISTS,
      mostUnits: MOST_UNITS,
      onElement: (element) => this.#take(element),
      onTooLarge: ({ pointer, start }) =>
        this.#findings.add('too-large', `\`${pointer}\` is longer than ${MOST_UNITS} characters`, {
          file,
          path: pointer,
          start,
        }),
    });
  }

  /**
   * Takes the next part of the file.
   *
   * @param text - of any length.
   */
  write(text: string): void {
    this.#elements?.write(text);
  }

  /** Ends the last file, and looks up what principals refer to. */
  end(): AccountsReading {
    this.#close();
    const accounts = joinAccounts(this.#parts, this.#findings);
    return { accounts, diagnostics: this.#findings.list };
  }

  #close(): void {
    const broken = this.#elements?.end();
    this.#elements = undefined;
    if (broken === undefined) return;
    this.#findings.add('invalid-json', broken.message, { file: this.#file, path: '', start: broken.at });
  }

  #take({ list, pointer, text, start }: ListedElement): void {
    const at: FoundAt = { file: this.#file, path: pointer, start };
    const element = parsed(text);
    if (!isJsonRecord(element)) {
      const code = element === undefined ? 'invalid-json' : 'invalid-shape';
      this.#findings.add(code, `expected an object in \`${pointer}\``, at);
      return;
    }
    const reading = { reading: this.#reading, at };
    const { holders, groups, policies } = this.#parts;
    if (list === 'Policies') this.#keep(policies, readPolicyParts(element, reading), { at, text });
    else if (list === 'GroupDetailList')
      this.#keep(groups, readPrincipalParts(element, 'group', reading), { at, text });
    else {
      const kind = list === 'UserDetailList' ? 'user' : 'role';
      this.#keep(holders, readHolderParts(element, kind, reading), { at, text });
    }
  }

  /** Keeps what was read; of what is there twice, the first. */
  #keep<Part extends { readonly arn: string }>(
    known: Map<string, Part>,
    part: Part | undefined,
    { at }: { readonly at: FoundAt; readonly text: string },
  ): void {
    if (part === undefined) return;
    // AWS managed policies are in the answer of every account.
    const isOfAws = part.arn.includes(':iam::aws:');
    if (!known.has(part.arn)) known.set(part.arn, part);
    else if (!isOfAws) this.#findings.add('named-twice', `\`${part.arn}\` is there twice`, at);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads an account from the text of `aws iam get-account-authorization-details`.
 *
 * @param texts - one answer or its pages.
 * @param file - a name for diagnostics.
 * @returns never throws; every account that the texts tell of.
 */
export function readAccount(texts: string | readonly string[], file = ''): AccountsReading {
  const reader = new AccountReader();
  for (const text of [texts].flat()) {
    reader.open(file);
    reader.write(text);
  }
  return reader.end();
}
