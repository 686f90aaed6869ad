import { signal, type Signal } from '@preact/signals';

/** A call of an operation as typed; who calls is the principal of the request. */
export interface CallForm {
  /** `ecs:RunTask`. */
  readonly operation: string;
  /** JSON: the members that the API and its SDKs have. */
  readonly input: string;
  /** Empty where it is not known. */
  readonly region: string;
}

/** A call to start from. */
export const FIRST_CALL: CallForm = {
  operation: 'ecs:RunTask',
  input: JSON.stringify(
    { cluster: 'shop', taskDefinition: 'web:7', launchType: 'FARGATE', propagateTags: 'TASK_DEFINITION' },
    undefined,
    2,
  ),
  region: 'eu-central-1',
};

/** The call that is decided. */
export const call: Signal<CallForm> = signal(FIRST_CALL);

/** Changes some fields of the call. */
export function setCall(change: Partial<CallForm>): void {
  call.value = { ...call.value, ...change };
}
