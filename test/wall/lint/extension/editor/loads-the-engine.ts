// Wrong on purpose: see test/wall/README.md.
import { readFileSync } from 'node:fs';
import { createEngine } from '../engine/index.ts';
import { main } from '../cli/main.ts';

export const early = [createEngine, main, readFileSync];
