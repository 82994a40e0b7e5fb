import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { saidTemplates } from '../test/support/translated-texts.ts';

const root = path.resolve(import.meta.dirname, '../extension');

/** What is said in every shell, and what the command line says beside that. */
export interface SaidTexts {
  readonly everywhere: readonly string[];
  readonly cli: readonly string[];
  /** Templates that stand elsewhere than in the call, as they are written. */
  readonly computed: readonly string[];
}

/** The templates of every call of `say` in the sources. */
export function saidTexts(): SaidTexts {
  const [everywhere, cli] = [saidIn(/^(?!cli)/), saidIn(/^cli/)];
  const known = new Set(everywhere.literals);
  return {
    everywhere: everywhere.literals,
    cli: cli.literals.filter((text) => !known.has(text)),
    computed: [...everywhere.computed, ...cli.computed],
  };
}

function saidIn(folders: RegExp): ReturnType<typeof saidTemplates> {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && folders.test(file))
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const)
    // Elsewhere the name is one of a parameter.
    .filter(
      ([file, source]) =>
        file.endsWith('values/say.ts') ||
        /^import \{[^}]*\bsay\b[^}]*\} from '[./\w-]+\/(?:say|said)\.ts';$/m.test(source),
    )
    .map(([file, source]) => saidTemplates(file, source));
  return {
    literals: sources.flatMap(({ literals }) => literals),
    computed: sources.flatMap(({ computed }) => computed),
  };
}
