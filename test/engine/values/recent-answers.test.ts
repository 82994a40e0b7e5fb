import assert from 'node:assert/strict';
import { RecentAnswers } from '../../../extension/engine/values/recent-answers.ts';

describe('recent answers', () => {
  it('are given again, and let go of once as many others were asked for', () => {
    const answers = new RecentAnswers<number | undefined>(2);
    let asked = 0;
    const next = (): number => ++asked;
    assert.equal(answers.of('a', next), 1);
    assert.equal(answers.of('b', next), 2);
    assert.equal(answers.of('a', next), 1);
    assert.equal(answers.of('c', next), 3);
    assert.equal(answers.of('a', next), 1);
    assert.equal(answers.of('b', next), 4);
  });

  it('may be undefined', () => {
    const answers = new RecentAnswers<number | undefined>(2);
    let asked = 0;
    const none = (): undefined => {
      asked++;
    };
    assert.equal(answers.of('a', none), undefined);
    assert.equal(answers.of('a', none), undefined);
    assert.equal(asked, 1);
  });
});
