import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changedDocument } from './changed-document.ts';
import { formerPath, historyPath } from './history-lines.ts';
import { readSections, type Block, type PageSection } from './fixture-blocks.ts';

/** One case of a rule's fixture: files, and what must be said of them. See CONTRIBUTING.md. */
export interface FixtureCase {
  readonly title: string;
  /** All of them: those beside every case, then what only this case has. */
  readonly files: ReadonlyMap<string, string>;
  /** What is written under this case alone. */
  readonly own: readonly OwnFile[];
  readonly expectations: readonly Expectation[];
}

export interface OwnFile {
  readonly is: 'whole' | 'change' | 'left out';
  readonly path: string;
  /** As written; empty where the file is left out. */
  readonly text: string;
  /** 1-based line of the fixture where its block begins. */
  readonly line: number;
}

export interface Expectation {
  readonly kind: 'findings' | 'due' | 'facts' | 'questions' | 'fixed' | 'not-run';
  readonly attributes: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
  /** 0-based first and last line of the block's content in the fixture, for rewriting. */
  readonly from: number;
  readonly to: number;
}

export interface Fixture {
  readonly title: string;
  /** What stands beside every case that does not bring its own. */
  readonly shared: ReadonlyMap<string, string>;
  readonly cases: readonly FixtureCase[];
}

const sharedTitle = 'Beside every case';
const expectationKinds = new Set(['findings', 'due', 'facts', 'questions', 'fixed', 'not-run']);

/** Reads the page of a fixture. Throws `test/rules/SLA004-tiers.md:12: why` where it cannot be read. */
export function readFixtureFile(file: string): Fixture {
  try {
    return readFixture(readFileSync(file, 'utf8'));
  } catch (error) {
    const page = path.relative(path.join(import.meta.dirname, '../..'), file).replaceAll('\\', '/');
    throw new Error((error as Error).message.replace(/^line (\d+)/, `${page}:$1`), { cause: error });
  }
}

/** Reads a fixture. Throws `line 12: why` where it cannot be read, and where it says something in vain. */
export function readFixture(text: string): Fixture {
  const { title, sections } = readSections(text);
  const at = sections.findLastIndex((section) => section.title === sharedTitle);
  if (at > 0)
    throw new Error(`line ${sections[at]!.line}: "${sharedTitle}" stands once, before the first case`);
  const beside = at < 0 ? [] : readShared(sections[at]!);
  const shared = new Map(beside.map(({ path, text: its }) => [path, its]));
  const cases = sections.slice(at + 1).map((section) => readCase(section, shared));
  for (const { path, line } of beside)
    if (cases.every(({ own }) => own.some((its) => its.path === path && its.is !== 'change')))
      throw new Error(`line ${line}: no case uses this "${path}"`);
  return { title, shared, cases };
}

function readShared({ blocks }: PageSection): readonly OwnFile[] {
  for (const { word, attributes, from } of blocks)
    if (expectationKinds.has(word) || (word !== 'git' && !attributes.has('path')))
      throw new Error(`line ${from}: whole files stand beside every case, and nothing else`);
  return filesOf(blocks);
}

function readCase({ title, blocks }: PageSection, shared: ReadonlyMap<string, string>): FixtureCase {
  const files = new Map(shared);
  const own = filesOf(blocks.filter(({ word }) => !expectationKinds.has(word)));
  for (const file of own) place(file, files);
  const expectations = blocks.flatMap(({ word, ...block }) =>
    expectationKinds.has(word) ? [{ kind: word as Expectation['kind'], ...block }] : [],
  );
  return { title, files, own, expectations };
}

function filesOf(blocks: readonly Block[]): readonly OwnFile[] {
  const files = blocks.flatMap(ownFiles);
  const seen = new Set<string>();
  for (const { path, line } of files) {
    if (seen.has(path)) throw new Error(`line ${line}: "${path}" stands here for the second time`);
    seen.add(path);
  }
  return files;
}

/** The file of a block, or the files that it leaves out. */
function ownFiles({ word, attributes, lines, from: line }: Block): readonly OwnFile[] {
  if (word === 'without') {
    if (lines.length === 0 || lines.includes('')) throw new Error(`line ${line}: name a file on each line`);
    return lines.map((path) => ({ is: 'left out', path, text: '', line }));
  }
  const text = lines.map((each) => `${each}\n`).join('');
  const was = attributes.get('was');
  if (was !== undefined) return [{ is: 'whole', path: formerPath(was, line), text, line }];
  const path = word === 'git' ? historyPath : attributes.get('path');
  if (path !== undefined) return [{ is: 'whole', path, text, line }];
  const changed = attributes.get('change');
  if (changed !== undefined) return [{ is: 'change', path: changed, text, line }];
  throw new Error(
    `line ${line}: a block "${word}" needs path=... of a file, or change=... of one beside every case`,
  );
}

/** Puts a file of a case among those beside every case. */
function place({ is, path, text, line }: OwnFile, files: Map<string, string>): void {
  const beside = files.get(path);
  if (is === 'whole') {
    if (beside === text) throw new Error(`line ${line}: this "${path}" stands beside every case already`);
    files.set(path, text);
    return;
  }
  if (beside === undefined) throw new Error(`line ${line}: no "${path}" stands beside every case`);
  if (is === 'left out') files.delete(path);
  else files.set(path, changed(beside, text, line));
}

function changed(document: string, change: string, line: number): string {
  try {
    return changedDocument(document, change);
  } catch (error) {
    throw new Error(`line ${line}: ${(error as Error).message}`, { cause: error });
  }
}
