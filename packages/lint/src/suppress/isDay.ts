import { isoSeconds } from '@policywright/conditions/values';

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && !Number.isNaN(isoSeconds(text));
}
