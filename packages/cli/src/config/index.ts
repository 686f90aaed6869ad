export { defineConfig, type PolicywrightConfig } from './defineConfig.ts';
