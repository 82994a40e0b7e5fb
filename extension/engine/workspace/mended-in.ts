import type { Registry } from './engine.ts';
import { saidUnder } from './everything-said.ts';
import type { FindingsParts } from './findings-parts.ts';
import { mendedConfig, mendedDocument } from './mended.ts';
import type { WorkspaceReading } from './workspace-reading.ts';

/** The text of a document or of the config with its safe fixes. */
export function mendedIn(
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
