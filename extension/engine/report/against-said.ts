import type { Against } from '../model/check-result.ts';
import type { Said } from '../model/said.ts';
import { countFigure } from '../values/length-said.ts';
import { say } from '../values/say.ts';

/** What a change was compared with, and what stood there already: a line each. */
export function againstSaid(against: Against): readonly Said[] {
  const { known, gone, knownQuestions, configDiffers } = against;
  return [
    comparedWith(against),
    say(
      '{{known}} {{known|finding|findings}} stood there already and {{known|is|are}} not counted; {{gone}} {{gone|is|are}} gone.',
      { known: countFigure(known), gone: countFigure(gone) },
    ),
    ...(knownQuestions > 0
      ? [
          say(
            '{{n}} {{n|question|questions}} of drafts stood there already and {{n|is|are}} not counted either.',
            { n: countFigure(knownQuestions) },
          ),
        ]
      : []),
    ...(configDiffers
      ? [say('The config said something else there: both sides are judged by the present one.')]
      : []),
  ];
}

function comparedWith({ rev, commit, on, is }: Against): Said {
  const data = { rev, commit: commit.slice(0, 7), day: on };
  switch (is) {
    case 'merge-base':
      return say('Compared with {{commit}} of {{day}}, where this branch and "{{rev}}" part.', data);
    case 'unrelated':
      return say(
        'Compared with "{{rev}}" itself, {{commit}} of {{day}}: this branch has no commit in common with it.',
        data,
      );
    case 'shallow':
      return say(
        'Compared with "{{rev}}" itself, {{commit}} of {{day}}: in this shallow clone this branch has no commit in common with it.',
        data,
      );
  }
}

/** The same for programs. */
export function againstData({
  rev,
  commit,
  on,
  is,
  known,
  gone,
  knownQuestions,
  configDiffers,
}: Against): object {
  return {
    rev,
    commit,
    date: on,
    isMergeBase: is === 'merge-base',
    why: is === 'merge-base' ? null : is,
    known,
    gone,
    knownQuestions,
    configDiffers,
  };
}
