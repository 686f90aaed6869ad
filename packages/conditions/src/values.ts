export type { AddressRange } from './values/addressRange.ts';
export { readAddressRange } from './values/addressRange.ts';
export type { ArnForm } from './values/arnForm.ts';
export { arnForm } from './values/arnForm.ts';
export { isBase64 } from './values/base64.ts';
export type { DateForm } from './values/dateForm.ts';
export { dateForm } from './values/dateForm.ts';
export { isNumber } from './values/decimal.ts';
export { readBoolean } from './values/readBoolean.ts';
