/** One of the two streams that a command writes to. */
export interface Output {
  /** Writes text; a reader that went away is no error. */
  write(text: string): void;
  /** Whether a person reads it in a terminal. */
  readonly isTTY: boolean;
  /** Width of the terminal in characters, where it is known. */
  readonly columns?: number | undefined;
}

/** Everything that a command takes from the world, so that tests can run it in process. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Reads standard input to its end, or to one byte more than `maxBytes`. */
  readonly readStdin: (maxBytes: number) => Promise<Uint8Array>;
  readonly files: FileAccess;
  /** Runs `git` in the current folder, without a shell; left out where there is none. */
  readonly git?: (args: readonly string[], maxBytes: number) => Promise<GitAnswer>;
  /** Starts a program of the command in a thread of its own; left out where there are none. */
  readonly startThread?: (start: ThreadStart) => Promise<Thread>;
  /** Waits until the process is asked to end; left out where nobody asks. */
  readonly untilStopped?: () => Promise<void>;
  /** Lets the process end though something still waits in the background; left out where there is no process to end. */
  readonly leave?: () => void;
  /** Absolute path that relative ones start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reading and writing of files; the functions reject with the errors of `node:fs`. */
export interface FileAccess {
  readonly stat: (path: string) => Promise<FileFacts>;
  /** Reads a file to its end, or to one byte more than `maxBytes`: pipes and devices tell no size. */
  readonly read: (path: string, maxBytes: number) => Promise<Uint8Array>;
  /** Reads a plain file to its end while others work; left out where that takes no time. */
  readonly readSoon?: (path: string) => Promise<Uint8Array>;
  /** Reads a file part by part, for those that may be larger than memory; left out where `read` has to do. */
  readonly readParts?: (path: string) => AsyncIterable<Uint8Array>;
  readonly list: (folder: string) => Promise<readonly FolderEntry[]>;
  /** Replaces the content of a file. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** The same by a file beside it that is then renamed, so that nobody sees a part; left out where `write` does so. */
  readonly replace?: (path: string, content: string | Uint8Array) => Promise<void>;
  /**
   * Opens a file of which parts are wanted, wherever they stand: that which is there now, even if it is replaced; left out
   * where nothing is kept from one run to the next.
   */
  readonly open?: (path: string) => Promise<OpenFile>;
  /** Begins a file that takes the place of another once it is whole; left out with `open`. */
  readonly begin?: (path: string) => Promise<BegunFile>;
  /** Makes a folder and those around it, where they are not there yet; left out where writing a file does. */
  readonly makeFolder?: (path: string) => Promise<void>;
}

/** A file that is read part by part. */
export interface OpenFile {
  /** In bytes. */
  readonly size: number;
  /** The bytes from a place on; fewer where the file ends before. */
  readonly read: (start: number, length: number) => Uint8Array;
  readonly close: () => void;
}

/** A file that is written part by part, under a temporary name. */
export interface BegunFile {
  readonly write: (content: string | Uint8Array) => void;
  /** Gives it its name. */
  readonly finish: () => Promise<void>;
  /** Takes it away. */
  readonly discard: () => Promise<void>;
}

/** Which program a thread runs, and who hears of it. */
export interface ThreadStart {
  /** The name of the built file, beside that of the command. */
  readonly program: 'auditThread';
  /** What it is started with; a plain message, as all that follow. */
  readonly data: unknown;
  readonly onMessage: (message: unknown) => void;
  /** Called once where it ends before it is stopped, with the reason. */
  readonly onDeath: (reason: string) => void;
}

/** A thread that was started. */
export interface Thread {
  readonly send: (message: unknown) => void;
  readonly stop: () => Promise<void>;
}

/** What `git` answered. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly output: Uint8Array;
  /** Why it failed, in its words. */
  readonly error: string;
}

/** What kind of thing a path names, and how much it holds. */
export interface FileFacts {
  /** Of what a link leads to. */
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
  /** Whether the path itself is a symbolic link. */
  readonly isLink?: boolean;
}

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  /** A link is one, whatever it leads to. */
  readonly kind: FileFacts['kind'] | 'link';
}
