const DASH = 45;
const PLUS = 43;
const COLON = 58;

/**
 * Reads a date of the W3C profile of ISO 8601 down to the whole second (S97). Without a time it is the start of
 * the period in UTC (S98). Days must exist, hours end at 23, minutes and seconds at 59.
 *
 * @param text - `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm[:ss[.s]]` with `Z` or `±hh:mm`.
 * @returns seconds since 1970-01-01T00:00:00Z, rounded down, or NaN.
 */
export function isoSeconds(text: string): number {
  const { length } = text;
  const year = digits(text, 0, 4);
  if (length === 4) return midnight(year, 1, 1);
  const month = text.charCodeAt(4) === DASH ? digits(text, 5, 2) : NaN;
  if (length === 7) return midnight(year, month, 1);
  const day = text.charCodeAt(7) === DASH ? digits(text, 8, 2) : NaN;
  const start = midnight(year, month, day);
  return length === 10 ? start : start + timeOfDay(text);
}

/** Seconds from the start of the day to the time from character 10 on, less its offset from UTC. */
function timeOfDay(text: string): number {
  if (text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== COLON) return NaN;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  let second = 0;
  let zone = 16;
  if (text.charCodeAt(zone) === COLON) {
    second = digits(text, 17, 2);
    zone = 19;
    if (text.charCodeAt(zone) === 46) {
      zone = endOfDigits(text, 20);
      if (zone === 20) return NaN;
    }
  }
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return NaN;
  return hour * 3600 + minute * 60 + second - zoneOffset(text, zone);
}

function zoneOffset(text: string, start: number): number {
  const sign = text.charCodeAt(start);
  if (sign === 90) return text.length === start + 1 ? 0 : NaN;
  if ((sign !== PLUS && sign !== DASH) || text.length !== start + 6 || text.charCodeAt(start + 3) !== COLON) {
    return NaN;
  }
  const hour = digits(text, start + 1, 2);
  const minute = digits(text, start + 4, 2);
  if (!(hour <= 23 && minute <= 59)) return NaN;
  const offset = hour * 3600 + minute * 60;
  return sign === DASH ? -offset : offset;
}

/** Seconds from 1970 to the start of a day of the Gregorian calendar, or NaN if there is no such day. */
function midnight(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return NaN;
  // Years begin in March here, so that the leap day is a year's last and months have a regular length.
  const shifted = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const century = Math.floor(shifted / 100);
  const leapDays = Math.floor(shifted / 4) - century + Math.floor(century / 4);
  const days = 365 * shifted + leapDays + Math.floor((153 * months + 2) / 5) + day - 1;
  return (days - DAYS_FROM_MARCH_0000) * 86_400;
}

const DAYS_FROM_MARCH_0000 = 719_468;

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let index = start; index < start + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end;
}
