#!/usr/bin/env node
// Where it is, only what was built has, which is not for the type checker.
await import(String(new URL('../dist/main.js', import.meta.url)));
