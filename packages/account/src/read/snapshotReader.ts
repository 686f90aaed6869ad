import type { AccountDiagnostic } from '../model/accountDiagnostic.ts';
import type { IdentityCenter } from '../model/identityCenter.ts';
import type { Organization } from '../model/organization.ts';
import type { ResourceData } from '../model/resourceData.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { AccountReader } from './accountReader.ts';
import { DocumentPool } from './documentPool.ts';
import { AccountFindings } from './findings.ts';
import { identityCenterFromAnswers } from './identityCenterAnswers.ts';
import { organizationFromAnswers } from './organizationAnswers.ts';
import { readOrganization } from './readOrganization.ts';
import { readResources } from './readResources.ts';

/** A snapshot, and what is wrong with its files. */
export interface SnapshotReading {
  readonly snapshot: Snapshot;
  readonly diagnostics: readonly AccountDiagnostic[];
}

/** What a file of a snapshot tells of, by its path. */
type FileKind = 'account' | 'organization' | 'answer' | 'identityCenter' | 'resources';

function kindOf(path: string): FileKind | undefined {
  if (!path.endsWith('.json')) return undefined;
  if (path.startsWith('accounts/')) return 'account';
  if (path === 'organization.json') return 'organization';
  if (path.startsWith('organization/')) return 'answer';
  if (path.startsWith('identity-center/')) return 'identityCenter';
  return path.startsWith('resources/') ? 'resources' : undefined;
}

/**
 * Reads the files of a snapshot one after the other: `accounts/*.json`, `organization.json` or `organization/**`,
 * `identity-center/**`, and `resources/*.json`. Only those of accounts can be large, and are not held. Never throws.
 */
export class SnapshotReader {
  readonly #pool: DocumentPool;
  readonly #accounts: AccountReader;
  readonly #answers: Map<string, string> = new Map();
  readonly #center: Map<string, string> = new Map();
  readonly #resources: ResourceData[] = [];
  readonly #diagnostics: AccountDiagnostic[] = [];
  #organization: Organization | undefined;
  #path = '';
  #kind: FileKind | undefined;
  #text = '';

  /** @param pool - shares documents with other readers, such as that of an earlier snapshot. */
  constructor(pool: DocumentPool = new DocumentPool()) {
    this.#pool = pool;
    this.#accounts = new AccountReader(pool);
  }

  /**
   * Whether a file is one of a snapshot.
   *
   * @param path - from the folder of the snapshot, with `/`.
   */
  takes(path: string): boolean {
    return kindOf(path) !== undefined;
  }

  /**
   * Begins a file; the one before ends.
   *
   * @param path - from the folder of the snapshot, with `/`.
   */
  open(path: string): void {
    this.#close();
    this.#path = path;
    this.#kind = kindOf(path);
    if (this.#kind === 'account') this.#accounts.open(path);
  }

  /**
   * Takes the next part of the file.
   *
   * @param text - of any length.
   */
  write(text: string): void {
    if (this.#kind === 'account') this.#accounts.write(text);
    else if (this.#kind !== undefined) this.#text += text;
  }

  /** Ends the last file and puts the snapshot together. */
  end(): SnapshotReading {
    this.#close();
    if (this.#answers.size > 0 && this.#organization === undefined) {
      const findings = new AccountFindings();
      this.#organization = organizationFromAnswers(this.#answers, { pool: this.#pool, findings });
      this.#diagnostics.push(...findings.list);
    }
    const { accounts, diagnostics } = this.#accounts.end();
    const identityCenter = this.#identityCenter();
    return {
      snapshot: {
        accounts,
        organization: this.#organization,
        resources: this.#resources,
        ...(identityCenter !== undefined && { identityCenter }),
      },
      diagnostics: [...diagnostics, ...this.#diagnostics],
    };
  }

  #identityCenter(): IdentityCenter | undefined {
    if (this.#center.size === 0) return undefined;
    const findings = new AccountFindings();
    const center = identityCenterFromAnswers(this.#center, { pool: this.#pool, findings });
    this.#diagnostics.push(...findings.list);
    return center;
  }

  #close(): void {
    const path = this.#path;
    const text = this.#text;
    this.#text = '';
    switch (this.#kind) {
      case 'organization': {
        const { organization, diagnostics } = readOrganization(text, path, this.#pool);
        this.#organization = organization;
        this.#diagnostics.push(...diagnostics);
        break;
      }
      case 'answer':
        this.#answers.set(path.slice('organization/'.length), text);
        break;
      case 'identityCenter':
        this.#center.set(path.slice('identity-center/'.length), text);
        break;
      case 'resources': {
        const { resources, diagnostics } = readResources(text, path, this.#pool);
        this.#resources.push(...resources);
        this.#diagnostics.push(...diagnostics);
        break;
      }
      case 'account':
      case undefined:
    }
    this.#kind = undefined;
  }
}
