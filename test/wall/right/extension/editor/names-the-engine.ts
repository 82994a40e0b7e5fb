import * as vscode from 'vscode';
import type { Engine } from '../engine/index.ts';
import { configPath } from '../engine/model/config-path.ts';

export const allowed: readonly [typeof vscode, Engine | undefined, string] = [vscode, undefined, configPath];
