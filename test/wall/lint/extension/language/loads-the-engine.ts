// Wrong on purpose: the words of a language are there where the engine is not, and where there is no Node.
import { createEngine } from '../engine/index.ts';
import { Uri } from 'vscode';

export const wrong: unknown = [createEngine, Uri, process];
