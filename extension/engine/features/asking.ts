import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { dataInEnglish, type Said } from '../model/said.ts';
import type { Asking, ExpectedAnswer } from '../model/asking.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { rangeOf } from '../model/text.ts';
import { languageOf } from '../resolve/document-language.ts';
import { toQuestion } from '../rules/findings.ts';
import type { Remark } from '../rules/remark.ts';
import { formatText } from '../values/say.ts';
import { answerPlace, type AnswerPlace, type ReadText } from './answer-place.ts';
import { cellAt } from './answers.ts';
import { suggestionsFor } from './suggestions.ts';

/** A question with the place of its answer. */
export interface AskingPlace {
  readonly asking: Asking;
  readonly place: AnswerPlace | undefined;
}

/** How a question is put to a person; `view` holds drafts too. */
export function askingOf(remark: Remark, view: View, read: ReadText): AskingPlace {
  const { said, at, messageId, code, range } = toQuestion(remark);
  const place = answerPlace(remark, read);
  const description = place && descriptionOf(place);
  return {
    asking: {
      key: place?.is === 'value' ? keyOfValue(place, remark) : [code, messageId, at].join(' '),
      code,
      asks: asksOf(place, said.ask),
      why: description === undefined ? said.how : formatText(description),
      how: said.how,
      range,
      answer: place && expected(place, view, remark),
    },
    place,
  };
}

/** A cell that is empty and belongs to an answer that was given, although nothing asks for it. */
export function askingOfCell(document: GovernedDocument, at: string, view: View): AskingPlace | undefined {
  const cell = cellAt(document, at);
  if (!cell) return undefined;
  const { spec, row } = cell;
  const open = { at, spec, asks: [formatText(spec.ask)] };
  const place: AnswerPlace = { is: 'value', document, open };
  return {
    asking: {
      key: at,
      code: '',
      asks: open.asks,
      why: formatText(spec.description),
      how: formatText(spec.description),
      range: rangeOf(document.lineStarts, row.span),
      answer: expected(place, view, undefined),
    },
    place,
  };
}

/** A value that another document holds is named with that. */
function keyOfValue({ document, open }: Extract<AnswerPlace, { is: 'value' }>, { place }: Remark): string {
  return document.path === place.document.path ? open.at : `${document.path} ${open.at}`;
}

function asksOf(place: AnswerPlace | undefined, ask: Said): readonly Said[] {
  if (place?.is === 'value') return place.open.asks;
  return place?.is === 'row' ? [ask, formatText(place.columns[0].ask)] : [ask];
}

function descriptionOf(place: AnswerPlace): string {
  return place.is === 'value' ? place.open.spec.description : place.section.description;
}

function expected(place: AnswerPlace, view: View, remark: Remark | undefined): ExpectedAnswer {
  const { document } = place;
  const language = languageOf(document, view);
  const context = { language, view, owner: document.keys.owner?.source.text };
  switch (place.is) {
    case 'value': {
      const { spec, at } = place.open;
      const section = cellAt(document, at)?.row.section.key;
      const column = section && { section, key: spec.key };
      return { spec, language, suggestions: suggestionsFor(spec, context, column) };
    }
    case 'row': {
      const [spec] = place.columns;
      const column = { section: place.section.key, key: spec.key };
      const named = remark ? namesIn(remark) : [];
      const suggestions = suggestionsFor(spec, context, column);
      // What the question names comes first: it asks for a row for each.
      const first = spec.type.is === 'text' || spec.type.is === 'identity' ? [] : named;
      const known = new Set(suggestions);
      return {
        spec,
        language,
        suggestions: [
          ...first.filter((name) => known.has(name)),
          ...suggestions.filter((one) => !first.includes(one)),
        ],
      };
    }
    case 'text':
      return { spec: textSpec(place.section), language, suggestions: [] };
  }
}

/** What stands between quotes in the question. */
function namesIn({ data }: Remark): readonly string[] {
  return Object.values(dataInEnglish(data)).flatMap((text) =>
    [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
  );
}

/** Free text, which has no column or key of its own. */
function textSpec({ title, titleSv, description }: SectionSpec): FieldSpec {
  return {
    key: 'text',
    title,
    titleSv,
    description,
    type: { is: 'text' },
    required: false,
    aliases: [],
    ask: '',
    example: '',
  };
}
