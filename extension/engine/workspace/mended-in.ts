import { editsBetween } from '../features/edits-between.ts';
import type { TextEdit } from '../model/finding.ts';
import type { Registry } from './engine.ts';
import { saidUnder } from './everything-said.ts';
import type { FindingsParts } from './findings-parts.ts';
import { mendedConfig, mendedDocument } from './mended.ts';
import type { WorkspaceReading } from './workspace-reading.ts';

/** The safe fixes of a document or of the config. */
export function safeEditsIn(
  path: string,
  reading: WorkspaceReading,
  parts: FindingsParts,
  registry: Registry,
): readonly TextEdit[] {
  const text = reading.textOf(path);
  return text === undefined ? [] : editsBetween(path, text, mendedIn(path, text, reading, parts, registry));
}

function mendedIn(
  path: string,
  text: string,
  reading: WorkspaceReading,
  parts: FindingsParts,
  { checkRules }: Registry,
): string {
  const { governed, config, pathOfConfig } = reading;
  return path === pathOfConfig
    ? mendedConfig(path, text, (other) => saidUnder(other, reading, checkRules))
    : mendedDocument(path, text, governed, (stray) => parts.ofStray(stray, config));
}
