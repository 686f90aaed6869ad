/** The members of events that tell calls apart, by the place where a scanner keeps where they stand. */
export const SLOT = {
  record: 0,
  eventTime: 1,
  eventType: 2,
  eventSource: 3,
  eventName: 4,
  awsRegion: 5,
  errorCode: 6,
  vpcEndpointId: 7,
  managementEvent: 8,
  eventCategory: 9,
  sourceIPAddress: 10,
  userAgent: 11,
  requestParameters: 12,
  resources: 13,
  type: 14,
  arn: 15,
  accountId: 16,
  invokedBy: 17,
  issuer: 18,
  mfaAuthenticated: 19,
} as const;

/** How many there are. */
export const SLOTS = 20;

/** Members of an object that are looked for: the slot of a value, or the members of an object in it. */
export interface ObjectShape {
  readonly [member: string]: number | ObjectShape;
}

/** Where they are in an event. */
export const EVENT_SHAPE: ObjectShape = {
  eventTime: SLOT.eventTime,
  eventType: SLOT.eventType,
  eventSource: SLOT.eventSource,
  eventName: SLOT.eventName,
  awsRegion: SLOT.awsRegion,
  errorCode: SLOT.errorCode,
  vpcEndpointId: SLOT.vpcEndpointId,
  managementEvent: SLOT.managementEvent,
  eventCategory: SLOT.eventCategory,
  sourceIPAddress: SLOT.sourceIPAddress,
  userAgent: SLOT.userAgent,
  requestParameters: SLOT.requestParameters,
  resources: SLOT.resources,
  userIdentity: {
    type: SLOT.type,
    arn: SLOT.arn,
    accountId: SLOT.accountId,
    invokedBy: SLOT.invokedBy,
    sessionContext: {
      sessionIssuer: { arn: SLOT.issuer },
      attributes: { mfaAuthenticated: SLOT.mfaAuthenticated },
    },
  },
};
