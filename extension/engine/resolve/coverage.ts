import type { Field, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { isFilled } from './is-filled.ts';
import { nameOfRow } from './names.ts';
import { onceFor } from '../values/once-for.ts';
import { placeOf } from '../values/step-scale.ts';
import { scaleOf } from './scales.ts';

export interface Holder {
  readonly name: string;
  readonly isPerson: boolean;
  readonly count: number;
}

/** How many people have a required skill, as the rows of Coverage say that name it. */
export interface SkillCoverage {
  readonly skill: Row<'required_skills'>;
  readonly name: string;
  /** One where People is empty; undefined where it does not read. */
  readonly needed: number | undefined;
  /** Rows that name it, those of its own document first. */
  readonly rows: readonly Row<'coverage'>[];
  /** Undefined where a cell does not read, or its header is nobody known. */
  readonly people: number | undefined;
  /** Teams with their numbers, and people, each 1 or 0. */
  readonly holders: readonly Holder[];
}

/** What Coverage says of each required skill that has a name: asked for by several, and read once. */
export const coverageOf = onceFor(readCoverage);

function readCoverage(view: View): readonly SkillCoverage[] {
  const bySkill = new Map<Row, Row<'coverage'>[]>();
  for (const row of view.rows('coverage')) {
    const [skill] = view.named(row.cells.skill);
    if (skill?.target) bySkill.set(skill.target, [...(bySkill.get(skill.target) ?? []), row]);
  }
  return view.rows('required_skills').flatMap((skill) => {
    const name = nameOfRow(skill);
    if (name === undefined) return [];
    const { document } = skill.section;
    const rows = (bySkill.get(skill) ?? []).toSorted(
      (a, b) => Number(b.section.document === document) - Number(a.section.document === document),
    );
    return [{ skill, name, needed: neededOf(skill), rows, ...peopleIn(rows, skill, view) }];
  });
}

function neededOf({ cells: { people } }: Row<'required_skills'>): number | undefined {
  if (!isFilled(people)) return 1;
  return people?.value === undefined ? undefined : Number(people.value);
}

/** Each header counts once, by the first row that has it. */
function peopleIn(
  rows: readonly Row<'coverage'>[],
  skill: Row<'required_skills'>,
  view: View,
): Pick<SkillCoverage, 'people' | 'holders'> {
  const holders = new Map<string, Holder>();
  for (const { header, field } of rows.flatMap(({ further }) => further)) {
    const { target } = view.headed(header);
    if (!isFilled(field)) continue;
    const isPerson = target?.is === 'person';
    const count = target && countOf(field, isPerson, skill);
    if (count === undefined) return { people: undefined, holders: [] };
    if (!holders.has(target!.name)) holders.set(target!.name, { name: target!.name, isPerson, count });
  }
  const all = [...holders.values()];
  return { people: all.reduce((sum, { count }) => sum + count, 0), holders: all };
}

/** A team's cell is its number; a person counts who reaches the level. */
function countOf(
  cell: Field,
  isPerson: boolean,
  { cells: { level } }: Row<'required_skills'>,
): number | undefined {
  const step = cell.value as string | undefined;
  if (step === undefined) return undefined;
  if (!isPerson) return /^\d{1,9}$/.test(step) ? Number(step) : undefined;
  if (level?.value === undefined) return undefined;
  const scale = scaleOf(level);
  const [reached, needed] = [placeOf(step, scale), placeOf(level.value, scale)];
  return reached === undefined || needed === undefined ? undefined : Number(reached >= needed);
}
