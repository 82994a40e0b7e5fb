import type { GovernedDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { formerNamesOf, type FormerNames } from '../resolve/former-names.ts';
import { movedTo } from '../resolve/signoffs.ts';
import type { CheckRule } from '../rules/define.ts';
import type { Remark } from '../rules/remark.ts';
import { oneLine } from '../values/one-line.ts';
import type { EngagementState } from './engagement-state.ts';
import { findingTold, remarkTold, rowTold, type Told, type ToldPlace } from './told.ts';

/** A document as far as it is compared. */
export interface SeenDocument {
  readonly engagement: string;
  readonly title: string;
  readonly text: string;
  /** What it holds: keys, headings, sections and rows, as `markOf` calls them. */
  readonly marks: ReadonlySet<string>;
}

interface SeenEngagement {
  readonly former: FormerNames | undefined;
  /** Where documents stand now, by the paths that they say they had. */
  readonly moved: ReadonlyMap<string, string>;
}

/** What a check says of a workspace at one time, kept as plain data while what it was read from is let go. */
export class ToldSide {
  readonly documents = new Map<string, SeenDocument>();
  readonly engagements = new Map<string, SeenEngagement>();
  readonly findings = new Map<Finding, Told>();
  readonly questions: Told[] = [];
  readonly #rules: readonly CheckRule[];

  constructor(rules: readonly CheckRule[]) {
    this.#rules = rules;
  }

  see(state: EngagementState): void {
    const documents = state.documents();
    this.engagements.set(state.folder, {
      former: formerNamesOf(documents),
      moved: movedTo(state.folder, documents),
    });
    for (const document of documents)
      this.documents.set(document.path, {
        engagement: state.folder,
        title: document.title,
        text: document.text,
        marks: marksIn(document),
      });
  }

  /** Takes what is said of an engagement. */
  hear(finding: Finding, remark: Remark, engagement: string): void {
    this.findings.set(finding, remarkTold(remark, engagement));
  }

  ask(question: Remark, engagement: string): void {
    this.questions.push(remarkTold(question, engagement));
  }

  /** What was said of one of its findings. */
  toldOf(finding: Finding): Told {
    return this.findings.get(finding) ?? findingTold(finding, this.#rules);
  }
}

/** What a place lies in that may move as a whole; undefined where that is the document alone. */
export function markOf({ at, row, heading }: ToldPlace): string | undefined {
  const [section = ''] = at.split('.');
  if (row) return `row ${section} ${'text' in row ? row.text : row.names.join(' | ')}`;
  if (at === '') return heading === undefined || heading === '' ? undefined : `heading ${heading}`;
  return fixedKeys.has(at) ? undefined : `part ${section}`;
}

/** Whether something that a document holds is a section: its title begins with a capital, a key does not. */
export function isSection(mark: string): boolean {
  return /^part [A-Z]/.test(mark);
}

/** Every document has its own. */
const fixedKeys: ReadonlySet<string> = new Set(['kind', 'title', 'status']);

function marksIn({ keyPlaces, sections, headings }: GovernedDocument): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const key of keyPlaces.keys()) marks.add(`part ${key}`);
  for (const { text } of headings) marks.add(`heading ${oneLine(text)}`);
  for (const { spec, rows } of sections.values()) {
    marks.add(`part ${spec.title}`);
    for (const row of rows) {
      const mark = markOf({
        path: '',
        engagement: '',
        at: spec.title,
        row: rowTold(row),
        heading: undefined,
        text: '',
      });
      if (mark !== undefined) marks.add(mark);
    }
  }
  return marks;
}
