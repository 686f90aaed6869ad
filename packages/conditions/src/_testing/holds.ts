import { parseConditionOperator, type Condition } from '@policywright/policy';
import {
  compileConditions,
  ContextReader,
  KeyTable,
  TRUE,
  truthWord,
  UNDECIDED,
  type ConditionOptions,
  type ConditionOutcome,
  type RequestContext,
  type Truth,
} from '../index.ts';

/** One condition on the key `k`, and a request. */
export interface Case {
  readonly policy: string | readonly string[];
  /** The value of `k`; left out, the key is absent. */
  readonly request?: RequestContext[string] | undefined;
  /** Other keys. */
  readonly context?: RequestContext;
  /** Whether the document has variables; true if left out. */
  readonly variables?: boolean;
  readonly options?: ConditionOptions;
  /** Keys that are unknown. */
  readonly unknown?: readonly string[];
}

/** Builds a condition. */
export function condition(operator: string, key: string, values: readonly string[]): Condition {
  const parsed = parseConditionOperator(operator);
  if (parsed === undefined) throw new Error(`no operator ${operator}`);
  return { operator: parsed, key, values, pointer: `/Statement/0/Condition/${operator}/${key}` };
}

/** A reader of a context. */
export function readerOf(keys: KeyTable, context: RequestContext | undefined): ContextReader {
  const reader = new ContextReader(keys);
  reader.load(context);
  return reader;
}

/** Evaluates conditions, and sees to it that the explanation agrees. */
export function truthOf(conditions: readonly Condition[], one: Omit<Case, 'policy' | 'request'> = {}): Truth {
  const keys = new KeyTable();
  const { variables = true, options = {}, unknown = [] } = one;
  const compiled = compileConditions(conditions, { keys, variables, options });
  const reader = readerOf(keys, one.context);
  reader.markUnknown(unknown);
  const truth = compiled.evaluate(reader);
  const results = compiled.explain(reader).map(({ result }) => result);
  const explained = (['false', 'undecided'] as const).find((word) => results.includes(word)) ?? 'true';
  if (explained !== truthWord(truth)) throw new Error(`evaluate gives ${truth}, explain ${results.join()}`);
  return truth;
}

function conditionsOf(operator: string, one: Case): [Condition[], Omit<Case, 'policy' | 'request'>] {
  const values = typeof one.policy === 'string' ? [one.policy] : one.policy;
  const own: RequestContext = one.request === undefined ? {} : { k: one.request };
  return [[condition(operator, 'k', values)], { ...one, context: { ...one.context, ...own } }];
}

/** Whether a condition on the key `k` holds. */
export function holds(operator: string, one: Case): boolean | 'undecided' {
  const truth = truthOf(...conditionsOf(operator, one));
  return truth === UNDECIDED ? 'undecided' : truth === TRUE;
}

/** The explanation of a condition on the key `k`. */
export function outcome(operator: string, one: Case): ConditionOutcome {
  const [conditions, { variables = true, options = {}, unknown = [], context }] = conditionsOf(operator, one);
  const keys = new KeyTable();
  const compiled = compileConditions(conditions, { keys, variables, options });
  const reader = readerOf(keys, context);
  reader.markUnknown(unknown);
  const [first] = compiled.explain(reader);
  if (first === undefined) throw new Error('no outcome');
  return first;
}
