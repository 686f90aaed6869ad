export type { ActionCatalog } from './actionCatalog.ts';
export type { GuardRail } from './guardRail.ts';
export type { GuardRailBreach, GuardRailParameters, GuardRailProperty } from './guardRailProperty.ts';
export { propertyOf, type PolicyProperties, type PropertyOptions } from './propertyOf.ts';
