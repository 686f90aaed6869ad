// The files of a made-up folder with the work of many teams: policies, templates, plans, and much that is neither.

/**
 * Numbers from 0 to 1 that a seed decides.
 *
 * @param {number} seed
 */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = 'order invoice stock parcel ledger quote basket member search report image audit'.split(' ');
/**
 * Actions, and resources that they fit.
 *
 * @type {readonly (readonly [actions: readonly string[], resourceOf: (name: string) => string])[]}
 */
const ACCESSES = [
  [['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], (name) => `arn:aws:s3:::${name}/*`],
  [['sqs:SendMessage', 'sqs:ReceiveMessage'], (name) => `arn:aws:sqs:eu-west-1:111122223333:${name}`],
  [['dynamodb:Query', 'dynamodb:GetItem'], (name) => `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`],
  [['kms:Decrypt', 'kms:Encrypt'], (name) => `arn:aws:kms:eu-west-1:111122223333:key/${name}`],
  // Misspelt, as people do.
  [['s3:GetObjcet'], (name) => `arn:aws:s3:::${name}/*`],
];

/** Makes the content of files, each kind as large as it tends to be. */
class Writer {
  #random;

  /** @param {() => number} random - numbers from 0 to 1. */
  constructor(random) {
    this.#random = random;
  }

  /** @param {number} count */
  below(count) {
    return Math.floor(this.#random() * count);
  }

  /**
   * @template T
   * @param {readonly T[]} list - not empty.
   */
  pick(list) {
    // INVARIANT: the index is below the length.
    return /** @type {T} */ (list[this.below(list.length)]);
  }

  /**
   * @template T
   * @param {number} least
   * @param {number} most
   * @param {(index: number) => T} make
   */
  many(least, most, make) {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }

  word() {
    return `${this.pick(WORDS)}-${this.pick(WORDS)}`;
  }

  statement() {
    const [actions, resourceOf] = this.pick(ACCESSES);
    return {
      Sid: `Allow${this.below(1e6)}`,
      Effect: this.below(9) === 0 ? 'Deny' : 'Allow',
      Action: actions.slice(0, 1 + this.below(actions.length)),
      Resource: this.many(1, 2, () => resourceOf(this.word())),
    };
  }

  policy() {
    return { Version: '2012-10-17', Statement: this.many(1, 6, () => this.statement()) };
  }

  /**
   * @param {number} least
   * @param {number} most
   */
  resources(least, most) {
    const entries = this.many(least, most, (index) => {
      const isPolicy = index % 4 === 0;
      const Properties = isPolicy
        ? { PolicyName: this.word(), PolicyDocument: this.policy(), Roles: [{ Ref: 'Role' }] }
        : { Name: this.word(), Tags: this.many(1, 5, () => ({ Key: this.word(), Value: this.word() })) };
      return [`Resource${index}`, { Type: isPolicy ? 'AWS::IAM::Policy' : 'AWS::SQS::Queue', Properties }];
    });
    return { AWSTemplateFormatVersion: '2010-09-09', Resources: Object.fromEntries(entries) };
  }

  plan() {
    const resources = this.many(5, 60, (index) => ({
      address: `aws_iam_policy.p${index}`,
      mode: 'managed',
      type: 'aws_iam_policy',
      name: `p${index}`,
      values: { name: this.word(), policy: JSON.stringify(this.policy()) },
    }));
    return { format_version: '1.2', planned_values: { root_module: { resources } } };
  }

  /**
   * @param {number} least
   * @param {number} most
   */
  texts(least, most) {
    return Object.fromEntries(
      this.many(least, most, (index) => [`key${index}`, `${this.word()} ${this.word()}`]),
    );
  }

  /**
   * @param {number} least
   * @param {number} most
   * @param {() => string} make
   */
  lines(least, most, make) {
    return `${this.many(least, most, make).join('\n')}\n`;
  }
}

/** @param {unknown} value */
const json = (value) => JSON.stringify(value, undefined, 2);

/**
 * YAML of plain values; enough for what is made here.
 *
 * @param {unknown} value
 * @param {string} indent
 * @returns {string}
 */
function yaml(value, indent = '') {
  if (Array.isArray(value))
    return value.map((item) => `\n${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join('');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, item]) => `\n${indent}${name}: ${yaml(item, `${indent}  `)}`)
    .join('');
}

/**
 * Kinds of files: how many there are beside those of the others, the end of the name, and how to write one.
 *
 * @type {readonly { share: number, ending: string, write: (w: Writer) => string | Buffer }[]}
 */
const KINDS = [
  {
    share: 130,
    ending: '.json',
    write: (w) => json({ name: w.word(), version: '1.0.0', sideEffects: false, scripts: w.texts(2, 12) }),
  },
  {
    share: 60,
    ending: '.json',
    write: (w) => `{\n  // no statement of ours\n  "compilerOptions": ${json(w.texts(3, 20))},\n}\n`,
  },
  { share: 110, ending: '.json', write: (w) => json(w.texts(20, 400)) },
  { share: 4, ending: '.json', write: (w) => json({ packages: w.texts(3000, 9000) }) },
  {
    share: 160,
    ending: '.yaml',
    write: (w) =>
      yaml({ kind: 'Deployment', metadata: w.texts(2, 6), spec: w.many(1, 30, () => w.texts(2, 5)) }),
  },
  {
    share: 60,
    ending: '.yml',
    write: (w) => yaml({ permissions: { contents: 'read' }, jobs: w.many(1, 9, () => w.texts(2, 9)) }),
  },
  {
    share: 60,
    ending: '.yaml',
    write: (w) =>
      `{{- if .Values.on }}\n${w.lines(5, 60, () => `  effect: {{ .Values.${w.below(99)} }}`)}{{- end }}\n`,
  },
  { share: 120, ending: '.json', write: (w) => json(w.policy()) },
  { share: 30, ending: '.yaml', write: (w) => yaml(w.policy()) },
  { share: 90, ending: '.yaml', write: (w) => yaml(w.resources(4, 60)) },
  { share: 50, ending: '.template', write: (w) => yaml(w.resources(2, 30)) },
  { share: 40, ending: '.json', write: (w) => json(w.resources(20, 300)) },
  { share: 12, ending: '.json', write: (w) => json(w.plan()) },
  { share: 10, ending: '.json', write: () => '' },
  { share: 8, ending: '.json', write: (w) => Buffer.from(`\ufeff${json(w.texts(2, 9))}`, 'utf16le') },
  { share: 6, ending: '.json', write: (w) => Buffer.from(`{"${w.word()}": "\u00e9"}`, 'latin1') },
  { share: 30, ending: '.tf', write: (w) => w.lines(9, 90, () => `# ${w.word()}`) },
  { share: 20, ending: '.md', write: (w) => w.lines(9, 90, () => w.word()) },
];

/**
 * Makes the files of a folder.
 *
 * @param {number} count - how many.
 * @param {number} seed - the same one makes the same files.
 * @returns {Generator<{ path: string, content: string | Buffer }>} each with its path in the folder.
 */
export function* treeFiles(count, seed) {
  const random = randomNumbers(seed);
  const writer = new Writer(random);
  const total = KINDS.reduce((sum, { share }) => sum + share, 0);
  for (let index = 0; index < count; index += 1) {
    let left = random() * total;
    const kind = KINDS.find(({ share }) => (left -= share) < 0);
    // INVARIANT: `left` began below the sum of the shares.
    if (kind === undefined) throw new Error('no kind is left');
    const folder = `${writer.word()}/${writer.pick(WORDS)}-${index % 200}`;
    yield { path: `${folder}/${writer.pick(WORDS)}-${index}${kind.ending}`, content: kind.write(writer) };
  }
}
