import type { Answered } from './answer-written.ts';
import type { Asking } from '../model/asking.ts';
import { firstRound, nextAsking, roundAfter } from './asking-round.ts';

/** A draft whose questions are answered: what an engine says of it now, and a way to write what an answer makes of it. */
export interface AskableDraft {
  readonly path: string;
  asking(first: readonly string[]): readonly Asking[];
  answered(path: string, key: string, answer: string): Answered | undefined;
  /** Once it is done, what is asked next is asked of the new text. Throws where nothing was written. */
  write(answered: Answered): void | Promise<void>;
}

/** The question that is put now. */
export interface PutQuestion {
  readonly asking: Asking;
  /** What was answered before, where somebody has gone back to it. */
  readonly given: string | undefined;
  readonly hasBack: boolean;
  /** How many are left, this one too. */
  readonly left: number;
}

/** Somebody answers the questions of a draft one after the other. Each answer is written at once, so that stopping loses nothing. */
export interface Dialogue {
  /** How many answers were written. */
  readonly inputs: number;
  /** Undefined where nothing is left to ask. */
  current(): PutQuestion | undefined;
  /** Takes a text that reads; an empty one passes the question over, or keeps what was given. False: it could not be written. */
  answer(text: string): Promise<boolean>;
  /** Goes back to the question before, answered or passed over. What stands as text below a heading is not asked again. */
  back(): void;
}

interface Step {
  readonly asking: Asking;
  /** Where the answer was written; absent where the question was passed over. */
  readonly written?: { readonly path: string; readonly at: string | undefined; readonly text: string };
}

export function createDialogue(draft: AskableDraft): Dialogue {
  let round = firstRound;
  let further: readonly string[] = [];
  let again: Step | undefined;
  let inputs = 0;
  /** What was put last and is not answered yet: what is answered then is that, whatever has been written meanwhile. */
  let put: PutQuestion | undefined;
  const past: Step[] = [];
  const ahead: Step[] = [];

  function current(): PutQuestion | undefined {
    return (put = questionNow());
  }

  function questionNow(): PutQuestion | undefined {
    const askings = draft.asking(further);
    const left = askings.filter(({ answer }) => answer).length;
    const hasBack = past.some(canBeAskedAgain);
    if (again) return { asking: again.asking, given: again.written?.text, hasBack, left };
    const next = nextAsking(askings, round);
    if (!next) return undefined;
    round = next.round;
    return { asking: next.asking, given: undefined, hasBack, left };
  }

  function goOn(step: Step): void {
    past.push(step);
    again = ahead.pop();
  }

  return {
    get inputs() {
      return inputs;
    },
    current,
    async answer(text) {
      const answered = put ?? current();
      if (!answered) return true;
      put = undefined;
      const { asking } = answered;
      const before = again;
      if (text === '' || text === before?.written?.text) {
        if (!before?.written) round = roundAfter(round, asking, false);
        goOn(before ?? { asking });
        return true;
      }
      const { path, at } = before?.written ?? { path: draft.path, at: asking.key };
      const made = draft.answered(path, at ?? asking.key, text);
      if (made) {
        await draft.write(made);
        inputs++;
        further = [...made.further, ...further];
      }
      round = roundAfter(round, asking, made !== undefined);
      goOn(made ? { asking, written: { path: made.path, at: made.at, text } } : { asking });
      return made !== undefined;
    },
    back() {
      put = undefined;
      const at = past.findLastIndex(canBeAskedAgain);
      const [step] = past.splice(at < 0 ? past.length : at);
      if (!step) return;
      if (again) ahead.push(again);
      again = step;
    },
  };
}

function canBeAskedAgain({ written }: Step): boolean {
  return !written || written.at !== undefined;
}
