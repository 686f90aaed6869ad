/** The account of the principals and resources in witnesses, one of those that AWS keeps for documentation. */
export const EXAMPLE_ACCOUNT: string = '111122223333';

/** The Region in witnesses, unless policies ask for another. */
export const EXAMPLE_REGION: string = 'us-east-1';
