import type {
  Catalogue,
  FieldSpec,
  KindSpec,
  SectionSpec,
  ValueType,
} from '../../extension/engine/model/schema.ts';

import { fold } from '../../extension/engine/values/fold.ts';

const notice = '<!-- Generated from schemas/ by `npm run generate`. Do not edit. -->';

/** The catalogue as it stands on disk: this run may have written it after somebody loaded it, so it has another address. */
async function loadCatalogue(): Promise<Catalogue> {
  const written: string = '../../extension/engine/model/generated/catalogue.ts?written';
  return ((await import(written)) as { readonly catalogue: Catalogue }).catalogue;
}

/** One page for each kind of document: its keys and the sections that it normally holds. */
export async function renderKindPages(): Promise<ReadonlyMap<string, string>> {
  const catalogue = await loadCatalogue();
  const pages = new Map<string, string>();
  for (const kind of Object.values(catalogue.kinds))
    pages.set(`docs/kinds/${kind.key}.md`, renderKindPage(kind, catalogue));
  return pages;
}

function renderKindPage(kind: KindSpec, catalogue: Catalogue): string {
  const sections = kind.sections.map((key) => catalogue.sections[key]);
  const lines = [
    notice,
    '',
    `# ${kind.key}: ${kind.title}`,
    '',
    kind.description,
    '',
    '## Front matter',
    '',
    ...fieldTable('Key', kind.keys, catalogue, (spec) => `\`${spec.key}\``),
    '',
    ...sections.flatMap((section) => renderSection(section, catalogue)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderSection(section: SectionSpec, catalogue: Catalogue): readonly string[] {
  const lines = [`## ${section.title} (${section.titleSv})`, '', section.description, ''];
  const headings = otherWords(section);
  if (headings !== '') lines.push(`Read as this heading too: ${headings}.`, '');
  if (section.columns.length > 0)
    lines.push(...fieldTable('Column', section.columns, catalogue, (spec) => spec.title), '');
  const words = section.columns.flatMap((spec) => {
    const others = otherWords(spec);
    return others === '' ? [] : [`- ${spec.title}: ${others}`];
  });
  if (words.length > 0) lines.push('Read as these columns too:', '', ...words, '');
  if (section.further)
    lines.push(
      `Further columns, one for each ${headersOf(section)}: ${typeText(section.further.type, catalogue)}.`,
      '',
    );
  if (section.shape !== 'table') lines.push(`Written as ${section.shape}.`, '');
  return lines;
}

/** What else a heading or a column is called, in small letters: they do not matter. */
function otherWords({
  title,
  titleSv,
  aliases,
}: Pick<SectionSpec | FieldSpec, 'title' | 'titleSv' | 'aliases'>): string {
  const own = new Set([fold(title), fold(titleSv)]);
  return aliases.filter((alias) => !own.has(alias)).join(', ');
}

function headersOf({ further }: SectionSpec): string {
  if (further?.headers === 'candidates') return 'candidate';
  return further?.headers === 'holders' ? 'team or person' : 'person, team or party';
}

function fieldTable(
  heading: string,
  specs: readonly FieldSpec[],
  catalogue: Catalogue,
  name: (spec: FieldSpec) => string,
): readonly string[] {
  return [
    `| ${heading} | Swedish | Type | Required | What it says | Example |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...specs.map((spec) =>
      row([
        name(spec),
        spec.titleSv,
        typeText(spec.type, catalogue),
        spec.required ? 'yes' : spec.wanted ? 'wanted' : '',
        spec.description,
        spec.example === '' ? '' : `\`${spec.example}\``,
      ]),
    ),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}

/** A type in words. */
function typeText(type: ValueType, catalogue: Catalogue): string {
  if (type.is === 'word' || type.is === 'words' || type.is === 'wordDetail') {
    const list = catalogue.words[type.list];
    const words = list.words.map(({ word }) => word).join(', ');
    return `${type.is === 'words' ? 'words' : 'word'}: ${words}${list.open ? ', or another' : ''}${type.is === 'wordDetail' ? ', then a detail' : ''}`;
  }
  if (type.is === 'name' || type.is === 'names' || type.is === 'depends') {
    const of = type.of.map((key) =>
      key === 'candidates' || key === 'any' ? key : catalogue.sections[key].title,
    );
    return `${type.is === 'name' ? 'name' : type.is === 'names' ? 'names' : 'depends on'}: ${of.join(', ')}`;
  }
  return names[type.is] ?? type.is;
}

const names: Readonly<Record<string, string>> = {
  identity: 'the name of the row',
  who: 'people, teams or parties',
  plainDate: 'date',
  date: 'date, or relative to one',
  dateOrYesNo: 'date, yes or no',
  yesNo: 'yes or no',
  measuredOver: 'window',
  asPlace: 'as the place named',
};
