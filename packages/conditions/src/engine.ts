// What conditions compare, for packages that prove. Not published: it is put into those that use it.

export { fixedValues } from './public/fixesCallers.ts';
export { coversEveryone } from './public/isPublicStatement.ts';
export type { Variable } from './variables/variable.ts';
export type { Template, TemplatePart, TemplateStatus } from './variables/template.ts';
export type { CheckKind } from './conditions/checkKind.ts';
export type { ConditionDescription, KeyValues } from './conditions/describeCheck.ts';
export { describeConditions } from './conditions/describeConditions.ts';
export type { Otherwise, TextTemplate, ValueDescription } from './operators/valueDescription.ts';
export type { OrderMask } from './operators/order.ts';
export type { AddressRange } from './values/addressRange.ts';
export type { DateReading } from './values/dateReading.ts';
export type { Decimal } from './values/decimal.ts';
export { compareFractions, instantFraction, instantSeconds } from './values/instant.ts';
export { foldedPattern } from './operators/literalPattern.ts';
