import { defineFact } from '../define.ts';
import { say } from '../../values/say.ts';

export default defineFact({
  name: 'questions-left',
  kinds: [],
  reads: ['*/status'],
  unit: 'integer',
  summary: 'How many questions a draft still has to answer',
  asOf: false,
  compute(view, { questionsOf }) {
    return view.documents.flatMap((document) => {
      const { status } = document.keys;
      if (document.status !== 'draft' || !status) return [];
      const questions = questionsOf(document);
      const codes = [...new Set(questions.map(({ code }) => code))].sort();
      const how =
        questions.length === 0
          ? say('no rule in force would miss anything here if it were active')
          : say('what {{codes}} would miss here if it were active', { codes: codes.join(', ') });
      return [
        {
          at: status,
          value: String(questions.length),
          how,
          data: { codes, places: questions.map(({ at }) => at) },
        },
      ];
    });
  },
});
