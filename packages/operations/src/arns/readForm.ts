import type { ValueForm } from '@policywright/catalog';
import { ONE, SOME, type RequestScope } from './scope.ts';

type Reader = (text: string, scope: RequestScope) => string | undefined;

/** How each form is read: `undefined` where the value names nothing of the kind. */
const READERS: Readonly<Record<ValueForm, Reader>> = {
  arn: (text) => (isArn(text) ? text : undefined),
  path: (text) => (text.startsWith('/') ? text.slice(1) : text),
  bucket: (text) => (/(?:-s3alias|--ol-s3|\.mrap|--x-s3)$/.test(text) ? SOME : text),
  custom: (text) => (text === 'default' || text.endsWith(':event-bus/default') ? undefined : text),
  function: readFunction,
  image: readImage,
  queue: readQueue,
  secret: (text) => (isArn(text) ? text : `${text}-${ONE.repeat(6)}`),
  url: readUrl,
  copy: readCopySource,
  version: (text) => (text.includes(VERSION) ? readCopySource(text) : undefined),
  directory: (text) => /^\/?([^/:]+--x-s3)(?:\/|$)/.exec(text)?.[1],
  last: (text) => text.slice(text.lastIndexOf('/') + 1),
  ssm: readParameter,
  key: readKey,
};

/** Reads the name in a member. */
export function readForm(text: string, form: ValueForm, scope: RequestScope): string | undefined {
  return READERS[form](text, scope);
}

/** Whether a text is taken for an ARN. */
export function isArn(text: string): boolean {
  return text.startsWith('arn:');
}

/** A name of a function, or a part of its ARN: `111122223333:function:name`. */
function readFunction(text: string, { partition, region, account }: RequestScope): string {
  if (isArn(text)) return text;
  const at = text.indexOf('function:');
  if (at < 0) return text;
  const owner = text.slice(0, Math.max(at - 1, 0));
  return `arn:${partition}:lambda:${region}:${owner === '' ? account : owner}:${text.slice(at)}`;
}

/** `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`; other registries need no permission, but which is not told. */
function readImage(text: string, { partition }: RequestScope): string {
  const found = /^(\d{12})\.dkr\.ecr\.([\w-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(text);
  if (found === null) return SOME;
  const [, account = '', region = '', name = ''] = found;
  return `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
}

function readQueue(text: string, { partition, region }: RequestScope): string {
  const parts = text.split('/');
  if (parts.length === 1) return text;
  const [account = '', name = ''] = parts.slice(-2);
  if (!/^\d{12}$/.test(account)) return SOME;
  const [, host = ''] = /^https?:\/\/(?:sqs\.)?([\w-]+)\./.exec(text) ?? [];
  return `arn:${partition}:sqs:${/-\d$/.test(host) ? host : region}:${account}:${name}`;
}

/** Bucket and key of an address of Amazon S3, with the bucket in the host or in the path. */
function readUrl(text: string): string {
  const found = /^https:\/\/([^/?#]+)\/([^?#]+)/.exec(text);
  if (found === null) return SOME;
  const [, host = '', path = ''] = found;
  if (/^s3[.-][\w.-]*amazonaws\.com(?:\.cn)?$/.test(host)) return decode(path);
  const [bucket = ''] = host.split(/\.s3[.-]/);
  return bucket !== host && host.includes('.amazonaws.com') ? `${bucket}/${decode(path)}` : SOME;
}

const VERSION = '?versionId=';

/** Bucket and key, or the ARN of an object behind an access point; of a directory bucket nothing is read by its key. */
function readCopySource(text: string): string {
  const [path = ''] = text.split(VERSION);
  const source = decode(path).replace(/^\//, '');
  return /^[^/:]+--x-s3\//.test(source) ? SOME : source;
}

/** A parameter that holds an image: `resolve:ssm:NAME:LABEL`. */
function readParameter(text: string): string | undefined {
  const found = /^resolve:ssm:\/?([^:]+)/.exec(text);
  return found?.[1];
}

/** An id or an ARN of a key; which key an alias stands for, only the account knows. */
function readKey(text: string, { partition, region, account, world }: RequestScope): string {
  if (!/^(?:arn:[^:]*:kms:[^:]*:\d*:)?alias\//.test(text)) return text;
  const alias = isArn(text) ? text : `arn:${partition}:kms:${region}:${account}:${text}`;
  const key = world.keyOf?.(alias);
  return key !== undefined && isArn(key) ? key : SOME;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
