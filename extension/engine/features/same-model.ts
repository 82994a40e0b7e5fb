import type { Fact, Finding, Question } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import { compareText } from '../values/compare-text.ts';
import { say } from '../values/say.ts';

/** What an engine says of a workspace: all findings, questions and facts. */
export interface ModelSaid {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  readonly facts: readonly Fact[];
}

/**
 * Rules that speak of sign-offs, which a changed document outlives; the line that counts the questions; and files that no
 * component owns: among those of the last commit a document that goes still is one, and a new one is none yet.
 */
const besideModel: ReadonlySet<string> = new Set(['SGN001', 'SGN003', 'SGN004', 'DOC022', 'OWN005']);
/** Facts of a document as such, whatever it holds. */
const ofDocuments: ReadonlySet<string> = new Set(['next-review', 'questions-left', 'signoff-state']);

/**
 * What is said of one state and not of the other, but for the paths of the documents that changed, for places, and for
 * what speaks of sign-offs. Empty where the model is the same.
 */
export function differences(before: ModelSaid, after: ModelSaid, paths: readonly string[]): readonly Said[] {
  const [were, are] = [sayings(before, paths), sayings(after, paths)];
  return [
    ...missingFrom(are, were).map((what) => say('No longer said: {{what}}', { what })),
    ...missingFrom(were, are).map((what) => say('Newly said: {{what}}', { what })),
  ];
}

type Sayings = ReadonlyMap<string, readonly Said[]>;

function missingFrom(some: Sayings, others: Sayings): readonly Said[] {
  return [...others].flatMap(([key, said]) => said.slice(some.get(key)?.length ?? 0));
}

function sayings({ findings, questions, facts }: ModelSaid, paths: readonly string[]): Sayings {
  const plain = withoutPaths(paths);
  const found = new Map<string, Said[]>();
  const add = (key: readonly unknown[], said: Said): void => {
    const plainKey = plain(JSON.stringify(key));
    found.set(plainKey, [...(found.get(plainKey) ?? []), said]);
  };
  for (const { code, severity, message, path, at, said } of findings)
    if (!besideModel.has(code))
      add(
        ['finding', code, severity, message, path, withoutRow(at)],
        say('{{path}}: {{message}} ({{code}})', { path, message: said, code }),
      );
  for (const { code, ask, how, path, at, said } of questions)
    add(
      ['question', code, ask, how, path, withoutRow(at)],
      say('{{path}}: {{message}} ({{code}})', { path, message: said.ask, code }),
    );
  for (const { name, path, at, value, unit, how, data, said } of facts)
    if (!ofDocuments.has(name))
      add(
        ['fact', name, path, withoutRow(at), value, unit, how, data],
        say('{{path}}: {{name}}, {{at}}: {{value}}', { path, name, at, value: said }),
      );
  return found;
}

/** Rows may have others before them afterwards. */
function withoutRow(at: string): string {
  return at.replace(/\[\d+\]/g, '');
}

/** A text without the names of these documents: which of them says it is not compared. */
function withoutPaths(paths: readonly string[]): (text: string) => string {
  const names = [...new Set(paths.flatMap((path) => [path, path.slice(path.lastIndexOf('/') + 1)]))];
  names.sort((a, b) => b.length - a.length || compareText(a, b));
  return (text) => names.reduce((left, name) => left.replaceAll(name, '*'), text);
}
