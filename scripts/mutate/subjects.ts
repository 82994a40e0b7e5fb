import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFixture, type FixtureCase } from '../../test/support/read-fixture.ts';
import { readFactFiles, readRuleFiles } from '../generate/registry.ts';

const root = path.resolve(import.meta.dirname, '../..');
const engine = path.join(root, 'extension/engine');

/** A rule or a fact with the cases of its fixture. */
export interface Subject {
  /** The code of a rule, the name of a fact. */
  readonly name: string;
  readonly file: string;
  readonly cases: readonly FixtureCase[];
}

/** Every rule and every fact. */
export function readSubjects(): readonly Subject[] {
  const fixtures = readdirSync(path.join(root, 'test/rules'));
  return [
    ...readRuleFiles(root).map(({ code, path: file }) => ({
      name: code,
      file: path.join(engine, file),
      cases: casesIn(
        'test/rules',
        fixtures.find((name) => name.startsWith(`${code}-`)),
      ),
    })),
    ...readFactFiles(root).map((file) => {
      const name = path.basename(file, '.ts');
      return { name, file: path.join(engine, file), cases: casesIn('test/facts', `${name}.md`) };
    }),
  ];
}

function casesIn(folder: string, file: string | undefined): readonly FixtureCase[] {
  const at = file === undefined ? undefined : path.join(root, folder, file);
  return at !== undefined && existsSync(at) ? readFixture(readFileSync(at, 'utf8')).cases : [];
}
