#!/usr/bin/env node
// The committed door of the command line: npm finds it before the first build, so `npx outrigger` is never lost.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { compileCacheFolder } from './compile-cache.mjs';

// First, and everything else by dynamic import: what is loaded before this line is not cached. Node 20 has no cache.
const cache =
  module.enableCompileCache && compileCacheFolder({ platform: process.platform, variables: process.env });
if (cache) module.enableCompileCache(cache);

const program = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('Outrigger is not built yet. In its checkout, run "npm run build" first.');
  process.exitCode = 2;
}
