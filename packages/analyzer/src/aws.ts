export { AWS } from './aws/awsUniverse.ts';
