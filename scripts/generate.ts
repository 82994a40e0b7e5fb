/**
 * Writes every generated file, or with `--check` says which of them differ from what would be written.
 * A further generated file is one more line in `producers`.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliPage } from './generate/cli-page.ts';
import type { Producer } from './generate/producer.ts';
import { readSchemas } from './generate/read-schemas.ts';
import { renderBundle } from './generate/bundle.ts';
import { renderCatalogue } from './generate/catalogue.ts';
import { renderCommands } from './generate/commands.ts';
import { renderGrammar } from './generate/grammar.ts';
import { renderIcon } from './generate/icon.ts';
import { renderIsoCodes } from './generate/iso-codes.ts';
import { renderNames } from './generate/names.ts';
import { renderNotices } from './generate/notices.ts';
import { renderRegistry, renderRuleNames } from './generate/registry.ts';
import { between, renderFactIndex, renderRuleIndex, renderRulePages } from './generate/rule-docs.ts';
import { renderKindPages } from './generate/kind-docs.ts';
import { renderTemplates } from './generate/templates.ts';
import { renderTypes } from './generate/types.ts';
import { renderZoneCountries, renderZones } from './generate/zones.ts';
import { renderValidators, renderValidatorTypes } from './generate/validators.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const schemas = readSchemas(join(root, 'schemas'));
const model = 'extension/engine/model/generated';

const producers: readonly Producer[] = [
  { path: `${model}/names.ts`, render: () => renderNames(schemas) },
  { path: `${model}/catalogue.ts`, render: () => renderCatalogue(schemas) },
  { path: `${model}/grammar.ts`, render: () => renderGrammar(schemas) },
  { path: `${model}/types.ts`, render: () => renderTypes(schemas) },
  { path: `${model}/validators.cjs`, render: () => renderValidators(schemas) },
  { path: `${model}/validators.d.cts`, render: () => renderValidatorTypes() },
  { path: 'extension/engine/values/generated/iso.ts', render: () => renderIsoCodes() },
  { path: 'extension/engine/values/generated/zones.ts', render: () => renderZones() },
  { path: 'extension/engine/values/generated/zone-countries.ts', render: () => renderZoneCountries() },
  { path: 'extension/engine/rules/generated/rule-names.ts', render: () => renderRuleNames(root) },
  { path: 'extension/engine/kinds/generated/registry.ts', render: () => renderRegistry(root) },
  { path: 'extension/engine/features/generated/templates.ts', render: () => renderTemplates(root) },
  { path: 'l10n/bundle.l10n.sv.json', render: () => renderBundle(root, schemas) },
  { path: 'media/icon.png', render: () => renderIcon(root) },
  { path: 'docs/cli.md', render: () => cliPage() },
  { path: 'docs/rules/README.md', render: () => renderRuleIndex() },
  { path: 'docs/facts.md', render: () => renderFactIndex() },
  {
    path: 'README.md',
    render: () => between(present('README.md') ?? '', 'commands', renderCommands(root)),
  },
];

/** Producers of a page each for things that only the registry and the schemas know. */
async function pages(): Promise<readonly Producer[]> {
  const all = [...(await renderKindPages()), ...(await renderRulePages(root))];
  return all.map(([path, content]) => ({ path, render: () => content }));
}

const checkOnly = process.argv.includes('--check');
const stale: string[] = [];
let count = 0;
for (const producer of producers) await produce(producer);
// The registry is on disk by now, and with it what the pages and the bundles are made of.
for (const producer of await pages()) await produce(producer);
await produce({ path: 'THIRD-PARTY-NOTICES.txt', render: () => renderNotices(root) });

async function produce(producer: Producer): Promise<void> {
  count++;
  const content = await producer.render();
  if (isPresent(producer.path, content)) return;
  stale.push(producer.path);
  if (!checkOnly) write(producer.path, content);
}
if (checkOnly && stale.length > 0) {
  console.error(
    `Not as generated:\n${stale.map((path) => `  ${path}`).join('\n')}\nRun \`npm run generate\` and commit the result.`,
  );
  process.exitCode = 1;
} else {
  for (const path of stale) console.log(`wrote ${path}`);
  console.log(`${count} generated files are up to date.`);
}

function present(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

function isPresent(path: string, content: string | Uint8Array): boolean {
  if (typeof content === 'string') return content === present(path);
  const target = join(root, path);
  return existsSync(target) && readFileSync(target).equals(content);
}

/** Through a temporary file, so that nobody reads half of it. */
function write(path: string, content: string | Uint8Array): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, target);
}
