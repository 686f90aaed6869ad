import { run, type ExitCode, type Io } from 'policywright';

/** What a command said. */
export interface Said {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command is to find. */
export interface Given {
  /** Contents by name; all stand in the current folder. */
  readonly files?: ReadonlyMap<string, string>;
  readonly stdin?: string;
  readonly color?: boolean;
}

const CWD = '/project';

/** Runs one command line in process, on files in memory. */
export async function runCommand(
  argv: readonly string[],
  { files = new Map(), stdin = '', color = false }: Given = {},
): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const output = (name: keyof typeof said): Io['stdout'] => ({
    write: (text) => void (said[name] += text),
    isTTY: false,
  });
  const read = (path: string): Uint8Array => {
    const text = files.get(path.slice(CWD.length + 1));
    if (text === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    return new TextEncoder().encode(text);
  };
  const exitCode = await run(argv, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    readStdin: async () => new TextEncoder().encode(stdin),
    files: {
      stat: async (path) =>
        path === CWD ? { kind: 'folder', size: 0 } : { kind: 'file', size: read(path).length },
      read: async (path) => read(path),
      list: async () => [...files.keys()].map((name) => ({ name, kind: 'file' })),
      write: async () => undefined,
    },
    cwd: CWD,
    env: color ? { FORCE_COLOR: '1' } : {},
  });
  return { exitCode, ...said };
}
